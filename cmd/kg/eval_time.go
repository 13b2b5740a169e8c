package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/ingest/extract"
)

var evalTimeCommand = &cli.Command{
	Name:      "time",
	Usage:     "score dates, periods, numbers, money, measures and ages against cases of Recognizers-Text",
	ArgsUsage: "DIR",
	Description: "DIR holds DateTimeModel.json, NumberModel.json and so on. Of dates, those that news prose can have count;\n" +
		"what is left out is listed with the reason. An expression is right with the same words and value.",
	Flags:  []cli.Flag{evalShow},
	Action: evalTime,
}

// timeFiles are the cases scored, and the types of each that are.
var timeFiles = []struct {
	file  string
	kinds []string
}{
	{"DateTimeModel.json", []string{"date", "daterange"}},
	{"MergedParser.json", []string{"date", "daterange"}},
	{"NumberModel.json", []string{"number"}},
	{"OrdinalModel.json", []string{"ordinal"}},
	{"PercentModel.json", []string{"percentage"}},
	{"CurrencyModel.json", []string{"currency"}},
	{"DimensionModel.json", []string{"dimension"}},
	{"AgeModel.json", []string{"age"}},
}

func evalTime(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef("eval time needs the folder of cases")
	}
	var right, all [2]int // dates, quantities
	reasons := map[string]int{}
	for _, f := range timeFiles {
		path := filepath.Join(c.Args().First(), f.file)
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		cases, err := eval.ReadRecognized(b, path)
		if err != nil {
			return err
		}
		dates := f.kinds[0] == "date"
		r, n, out := 0, 0, 0
		for i := range cases {
			k := &cases[i]
			anchor, _ := time.Parse("2006-01-02T15:04:05", k.Context.ReferenceDateTime)
			for j := range k.Results {
				e := &k.Results[j]
				if !slices.Contains(f.kinds, e.Kind()) {
					continue
				}
				reason := k.LeftOut(e)
				if !dates {
					reason = k.QuantityLeftOut(e)
				}
				if reason != "" {
					reasons[reason]++
					out++
					continue
				}
				n++
				ok := false
				if dates {
					for _, toward := range []int{-1, 1, 0} {
						ok = ok || k.TimeRight(e, extract.ParseTime(k.Input, anchor, toward))
					}
				} else {
					ok = k.QuantityRight(e, extract.ParseQuantity(k.Input))
				}
				if ok {
					r++
				} else if c.Bool("show") {
					fmt.Fprintf(c.App.Writer, "WRONG %s %q: %q %s%s\n", f.kinds[0], k.Input, e.Text, e.Resolution, e.Value)
					if dates {
						for _, t := range extract.ParseTime(k.Input, anchor, 0) {
							fmt.Fprintf(c.App.Writer, "    %s: found %q %s [%s, %s)\n", anchor.Format("2006-01-02 Mon"), t.Time.Text, t.Time.Value, t.Time.Start.Format("2006-01-02T15:04"), t.Time.End.Format("2006-01-02T15:04"))
						}
					} else {
						for _, q := range extract.ParseQuantity(k.Input) {
							fmt.Fprintf(c.App.Writer, "    found %q %v %v %s\n", q.Quantity.Text, q.Quantity.Value, q.Quantity.Max, q.Quantity.Unit)
						}
					}
				}
			}
		}
		at := 1
		if dates {
			at = 0
		}
		right[at] += r
		all[at] += n
		fmt.Fprintf(c.App.Writer, "%-20s %4d of %4d right (%.1f%%), %d left out\n", f.file, r, n, 100*float64(r)/float64(max(n, 1)), out)
	}
	for _, k := range sortedKeys(reasons) {
		fmt.Fprintf(c.App.Writer, "left out %4d: %s\n", reasons[k], k)
	}
	_, err := fmt.Fprintf(c.App.Writer, "dates and periods %.2f, quantities %.2f\n", 100*float64(right[0])/float64(max(all[0], 1)), 100*float64(right[1])/float64(max(all[1], 1)))
	return err
}

func sortedKeys(m map[string]int) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
