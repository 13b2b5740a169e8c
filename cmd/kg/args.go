package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// flagsFirst moves the flags that stand among or behind a command's arguments before them, where the flag package looks
// for them. What follows "--" stays.
func flagsFirst(args []string, commands []*cli.Command) []string {
	at := 1
	var command *cli.Command
	for at < len(args) {
		next := named(commands, args[at])
		if next == nil {
			break
		}
		command, commands = next, next.Subcommands
		at++
	}
	if command == nil {
		return args
	}
	flags := append([]string{}, args[:at]...)
	var rest []string
	for i := at; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			rest = append(rest, a)
			continue
		}
		flags = append(flags, a)
		if i+1 < len(args) && !strings.Contains(a, "=") && takesValue(command, strings.TrimLeft(a, "-")) {
			i++
			flags = append(flags, args[i])
		}
	}
	return append(append(flags, "--"), rest...)
}

func named(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func takesValue(c *cli.Command, flag string) bool {
	for _, f := range c.Flags {
		for _, n := range f.Names() {
			if d, ok := f.(cli.DocGenerationFlag); ok && n == flag {
				return d.TakesValue()
			}
		}
	}
	return false
}
