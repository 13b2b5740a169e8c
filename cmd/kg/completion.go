package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

// shells lists the scripts that make a shell ask kg itself for completions.
var shells = map[string]string{
	"bash": `_kg() {
	local IFS=$'\n'
	COMPREPLY=($(kg complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
	[ "${#COMPREPLY[@]}" -gt 0 ] || compopt -o default
}
complete -F _kg kg
`,
	"zsh": `#compdef kg
_kg() {
	local -a found
	found=("${(@f)$(kg complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
	if [[ -n "${found[*]}" ]]; then compadd -a found; else _files; fi
}
compdef _kg kg
`,
	"fish": `complete -c kg -a '(set -l words (commandline -opc) (commandline -ct); kg complete -- $words[2..-1] 2>/dev/null)'
`,
}

var completionCommand = &cli.Command{
	Name:      "completion",
	Usage:     "print the script that lets a shell complete kg's commands, flags and names",
	ArgsUsage: "bash|zsh|fish",
	Description: "Put one line where your shell begins: source <(kg completion bash) in .bashrc, the same with zsh in .zshrc,\n" +
		"kg completion fish | source in config.fish.\n" +
		"Example: kg completion bash",
	Action: func(c *cli.Context) error {
		script, ok := shells[c.Args().First()]
		if !ok {
			return usagef("completion: want bash, zsh or fish")
		}
		_, err := fmt.Fprint(c.App.Writer, script)
		return err
	},
}

var manCommand = &cli.Command{
	Name:        "man",
	Usage:       "print the manual page",
	Description: "Example: kg man",
	Action: func(c *cli.Context) error {
		page, err := c.App.ToManWithSection(1)
		if err != nil {
			return err
		}
		_, err = fmt.Fprint(c.App.Writer, page)
		return err
	},
}

var completeCommand = &cli.Command{
	Name:            "complete",
	Hidden:          true,
	Usage:           "print what the last word may become",
	SkipFlagParsing: true,
	Action: func(c *cli.Context) error {
		words := c.Args().Slice()
		if len(words) > 0 && words[0] == "--" {
			words = words[1:]
		}
		for _, w := range completions(c, words) {
			fmt.Fprintln(c.App.Writer, w)
		}
		return nil
	},
}

// completions lists what the last of the words behind "kg" may become: a command, a flag, a format, an entity's name.
func completions(c *cli.Context, words []string) (out []string) {
	if len(words) == 0 {
		words = []string{""}
	}
	last := words[len(words)-1]
	add := func(candidates ...string) {
		for _, w := range candidates {
			if strings.HasPrefix(w, last) {
				out = append(out, w)
			}
		}
	}
	below := c.App.Commands
	var command *cli.Command
	for _, w := range words[:len(words)-1] {
		next := named(below, w)
		if next == nil {
			break
		}
		command, below = next, next.Subcommands
	}
	before := ""
	if len(words) > 1 {
		before = strings.TrimLeft(words[len(words)-2], "-")
	}
	switch {
	case command == nil || len(below) > 0:
		for _, sub := range below {
			if !sub.Hidden {
				add(sub.Name)
			}
		}
	case strings.HasPrefix(last, "-"):
		for _, f := range command.Flags {
			dash := "--"
			if len(f.Names()[0]) == 1 {
				dash = "-"
			}
			add(dash + f.Names()[0])
		}
	case command.Name == "export" && before == "format":
		for _, f := range graph.Formats {
			add(f.Name)
		}
	case before == "class":
		add("Person", "Organization", "Place", "Event", "Work", "Group", "Thing")
	case before == "status":
		add("asserted", "denied", "doubted")
	case command.Name == "completion":
		add("bash", "zsh", "fish")
	case before == "around" || completesNames[command.Name] && !strings.HasPrefix(words[len(words)-2], "-"):
		return completeNames(words, last)
	}
	return out
}

// completesNames lists the commands whose arguments are entities.
var completesNames = map[string]bool{"show": true, "path": true, "timeline": true}

// completeNames lists the names of entities that begin with a word, in the store that the words name.
func completeNames(words []string, last string) (out []string) {
	dir := dbFlag.Value
	for i, w := range words[:len(words)-1] {
		if w == "--db" {
			dir = words[i+1]
		}
	}
	s, err := graph.OpenToRead(dir)
	if err != nil {
		return nil
	}
	defer s.Close()
	found, err := s.Beginning(last, 20)
	if err != nil {
		return nil
	}
	for _, c := range found {
		if strings.HasPrefix(strings.ToLower(c.Name), strings.ToLower(last)) {
			out = append(out, c.Name)
		}
	}
	return out
}
