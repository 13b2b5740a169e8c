package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kg": main})
}

// TestScripts runs the sessions in testdata: commands, what they print, and their exit status.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			articles, err := os.Getwd()
			e.Vars = append(e.Vars, "ARTICLES="+articles+"/../../data/articles")
			return err
		},
	})
}
