// Command kg builds a knowledge graph from news articles and other English prose: who did what to whom, when, how sure
// and according to whom, each statement with the sentence it stands on.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"
)

// commands is the table of all commands, in the order of the help; each is a value in a file of its own.
var commands = []*cli.Command{
	parseCommand,
	evalCommand,
	extractCommand,
}

// errUsage marks errors of misuse: exit status 2.
var errUsage = errors.New("misuse")

func usagef(format string, args ...any) error {
	return fmt.Errorf("%w%s", errUsage, fmt.Sprintf(": "+format, args...))
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := &cli.App{
		Name:           "kg",
		Usage:          "build a knowledge graph from news articles",
		Commands:       commands,
		Reader:         stdin,
		Writer:         stdout,
		ErrWriter:      stderr,
		ExitErrHandler: func(*cli.Context, error) {},
	}
	err := app.Run(args)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprintln(stderr, "kg:", err)
		return 2
	}
	fmt.Fprintln(stderr, "kg:", err)
	return 1
}

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr)) }
