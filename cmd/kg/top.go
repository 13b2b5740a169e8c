package main

import (
	"fmt"
	"sort"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var topCommand = &cli.Command{
	Name:  "top",
	Usage: "the entities most linked, and the communities that they form",
	Description: "An entity is linked to those that it has asserted facts with. PageRank counts links from the well linked for more;\n" +
		"communities are found by modularity (Louvain's method).\n" +
		"Example: kg top --class Person\n" +
		"         kg top --by rank --limit 5\n" +
		"         kg top --communities",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.StringFlag{Name: "by", Value: "links", Usage: "order: links, statements or rank"},
		&cli.StringFlag{Name: "class", Usage: "only entities of this class: Person, Organization, Place …"},
		&cli.BoolFlag{Name: "communities", Usage: "list communities with their best linked members"},
		&cli.BoolFlag{Name: "all", Usage: "count what is denied or doubted too"},
		&cli.IntFlag{Name: "limit", Value: 20, Usage: "rows at most, 0 for all"},
	},
	Action: func(c *cli.Context) error {
		less, ok := topOrders[c.String("by")]
		if !ok {
			return usagef("--by %s: want links, statements or rank", c.String("by"))
		}
		class, err := classFlag(c)
		if err != nil {
			return err
		}
		statuses := []graph.Status{graph.Asserted}
		if c.Bool("all") {
			statuses = append(statuses, graph.Denied, graph.Doubted)
		}
		return withStore(c, func(s *graph.Store) error {
			ranked, err := s.Top(c.Bool("communities"), statuses...)
			if err != nil {
				return err
			}
			sort.SliceStable(ranked, func(i, j int) bool { return less(ranked[i], ranked[j]) })
			var kept []graph.Ranked
			for _, r := range ranked {
				if class == "" || strings.Contains(" "+strings.Join(r.Classes, " ")+" ", " "+class+" ") {
					kept = append(kept, r)
				}
			}
			if c.Bool("communities") {
				return printCommunities(c, kept)
			}
			return printTop(c, kept)
		})
	},
}

var topOrders = map[string]func(a, b graph.Ranked) bool{
	"links":      func(a, b graph.Ranked) bool { return a.Neighbours > b.Neighbours },
	"statements": func(a, b graph.Ranked) bool { return a.Statements > b.Statements },
	"rank":       func(a, b graph.Ranked) bool { return a.PageRank > b.PageRank },
}

// atMost is n, or --limit where that is less.
func atMost(c *cli.Context, n int) int {
	if l := c.Int("limit"); l > 0 && l < n {
		return l
	}
	return n
}

func printTop(c *cli.Context, ranked []graph.Ranked) error {
	var rows [][]string
	for _, r := range ranked[:atMost(c, len(ranked))] {
		rank := fmt.Sprintf("%.4f", r.PageRank) // what does not hang on the order of additions
		if c.Bool("json") {
			if err := printJSON(c, map[string]any{"id": r.ID, "name": r.Name, "classes": r.Classes, "links": r.Neighbours, "statements": r.Statements, "rank": rank}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{r.Name, strings.ToLower(strings.Join(r.Classes, ", ")), fmt.Sprint(r.Neighbours), fmt.Sprint(r.Statements), rank, string(r.ID)})
	}
	return printTable(c.App.Writer, []string{"name", "class", "links", "statements", "rank", "id"}, rows)
}

// membersShown is the number of a community's members that are printed.
const membersShown = 6

func printCommunities(c *cli.Context, ranked []graph.Ranked) error {
	members, numbers := map[int][]graph.Ranked{}, []int(nil)
	for _, r := range ranked {
		if members[r.Community] == nil {
			numbers = append(numbers, r.Community)
		}
		members[r.Community] = append(members[r.Community], r)
	}
	sort.Ints(numbers)
	var rows [][]string
	for _, n := range numbers[:atMost(c, len(numbers))] {
		var names, ids []string
		for _, r := range members[n] {
			names, ids = append(names, r.Name), append(ids, string(r.ID))
		}
		if c.Bool("json") {
			if err := printJSON(c, map[string]any{"community": n, "size": len(ids), "members": ids}); err != nil {
				return err
			}
			continue
		}
		more := ""
		if len(names) > membersShown {
			names, more = names[:membersShown], " …"
		}
		rows = append(rows, []string{fmt.Sprint(n), fmt.Sprint(len(ids)), strings.Join(names, "; ") + more})
	}
	return printTable(c.App.Writer, []string{"community", "size", "members"}, rows)
}
