// Command kg builds a knowledge graph from news articles and other English prose: who did what to whom, when, how sure
// and according to whom, each statement with the sentence it stands on.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/schema"
)

// commands is the table of all commands, in the order of the help; each is a value in a file of its own.
var commands = []*cli.Command{
	ingestCommand,
	askCommand,
	queryCommand,
	showCommand,
	pathCommand,
	timelineCommand,
	topCommand,
	diffCommand,
	conflictsCommand,
	inferCommand,
	reviewCommand,
	mergeCommand,
	splitCommand,
	renameCommand,
	schemaCommand,
	exportCommand,
	importCommand,
	removeCommand,
	statsCommand,
	checkCommand,
	compactCommand,
	serveCommand,
	mcpCommand,
	lentCommand,
	extractCommand,
	explainCommand,
	parseCommand,
	evalCommand,
	completionCommand,
	manCommand,
	completeCommand,
}

// errUsage marks errors of misuse: exit status 2.
var errUsage = errors.New("misuse")

// usageError is an error of misuse with its message.
type usageError string

func (e usageError) Error() string        { return string(e) }
func (e usageError) Is(target error) bool { return target == errUsage }

func usagef(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// errReported says that a command failed and has told why: exit status 1, nothing more to print.
var errReported = errors.New("some of the input failed")

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := &cli.App{
		Name:           "kg",
		Usage:          "build a knowledge graph from news articles",
		Commands:       commands,
		Reader:         stdin,
		Writer:         stdout,
		ErrWriter:      stderr,
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   wrongUsage,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usagef("%s: no such command%s (kg --help lists them)", c.Args().First(), meant(c.Args().First(), commandNames(c.App.Commands)))
			}
			_, err := fmt.Fprint(c.App.Writer, welcome)
			return err
		},
	}
	setUsage(commands)
	err := app.Run(flagsFirst(args, commands))
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.Is(err, errUsage):
		fmt.Fprintln(stderr, "kg:", err)
		return 2
	}
	fmt.Fprintln(stderr, "kg:", err)
	return 1
}

// welcome is what a newcomer sees.
const welcome = `kg builds a knowledge graph from news articles: who did what to whom, when, how sure and according to whom.

  kg ingest articles/          read articles and store what they say
  kg show "Joe Biden"          what is known of somebody or something
  kg ask "Who met Joe Biden?"  a question in English, each answer with its sentence

kg --help lists all commands, kg COMMAND --help explains one, with an example.
`

func commandNames(commands []*cli.Command) (names []string) {
	for _, c := range commands {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return names
}

// wrongUsage turns the flag package's complaints into one line.
func wrongUsage(c *cli.Context, err error, _ bool) error {
	name := c.Command.HelpName
	if name == "" {
		name = c.App.Name
	}
	hint := ""
	if flag, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
		var flags []string
		for _, f := range c.Command.VisibleFlags() {
			flags = append(flags, f.Names()[0])
		}
		if near := schema.Nearest(flag, flags); len(near) > 0 {
			hint = "; did you mean --" + near[0] + "?"
		}
	}
	return usagef("%v%s (see %s --help)", err, hint, name)
}

func setUsage(commands []*cli.Command) {
	for _, c := range commands {
		c.OnUsageError = wrongUsage
		c.HideHelpCommand = true
		setUsage(c.Subcommands)
	}
}

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr)) }
