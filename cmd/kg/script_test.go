package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kg/graph/postgres/postgrestest"
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

// TestPostgres runs sessions over stores in PostgreSQL, among them those that name no store of their own.
func TestPostgres(t *testing.T) {
	server := postgrestest.Start(t)
	testscript.Run(t, testscript.Params{
		Files:               []string{"testdata/postgres/shared.txtar", "testdata/identity.txtar"},
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, "KG_DB="+server.URL(t), "DB2="+server.URL(t), "DB3="+server.URL(t))
			return nil
		},
	})
}
