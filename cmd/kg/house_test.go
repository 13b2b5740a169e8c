package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports says which packages of ours each package may import, tests apart. A package below one of these has its row;
// "..." stands for all packages below. A new package takes its place here with a reason.
var imports = map[string][]string{
	"schema":          nil,
	"data":            nil,
	"ingest/text":     nil,
	"graph":           {"schema", "graph/quadstore", "graph/postgres"},
	"graph/quadstore": nil,
	"graph/postgres":  {"graph/quadstore"}, // the same in a database; another library, other errors
	"queries":         {"graph", "schema"},
	"ingest/read":     {"ingest/text"},
	"ingest/parse":    {"ingest/parse...", "ingest/text", "data"},
	"ingest/extract":  {"ingest/text", "schema", "graph", "data"},
	"ingest":          {"ingest...", "schema", "graph", "data"},
	"train/coref":     {"ingest...", "cmd/kg/eval"}, // learns what extract reads
	"bench/store":     {"graph", "graph/quadstore", "graph/postgres", "queries"},
	"cmd/kg":          {"ingest...", "cmd/kg...", "queries", "graph", "schema", "data"},
	"bench/speed":     {"ingest/parse", "ingest/text"},
	"bench/serve":     {"graph"},
}

// gatekeepers lists modules that only some packages may import.
var gatekeepers = map[string][]string{
	"github.com/cayleygraph/": {"graph", "queries", "bench/store"},
	"github.com/urfave/cli/":  {"cmd/kg"},
	"github.com/jackc/pgx/":   {"graph/postgres"},
}

// vague lists package names that say nothing about what is in them.
var vague = []string{"util", "utils", "common", "helper", "helpers", "misc", "base", "pkg", "shared", "lib", "core", "internal"}

// longest is the number of lines after which a file holds more than the one thing that it is named after.
const longest = 500

// file is a Go file of the module.
type file struct {
	path, pkg string // from the module's root; pkg is its folder
	ast       *ast.File
	lines     int
	test      bool
}

var fileset = token.NewFileSet()

func goFiles(t *testing.T) []file {
	t.Helper()
	var out []file
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		src, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fileset, path, src, parser.ParseComments)
		if err != nil {
			return err
		}
		out = append(out, file{path, filepath.ToSlash(filepath.Dir(path)), f, strings.Count(string(src), "\n"), strings.HasSuffix(path, "_test.go")})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 10 {
		t.Fatalf("only %d Go files found", len(out))
	}
	return out
}

// row returns the row of imports that holds for pkg.
func row(pkg string) ([]string, bool) {
	for p := pkg; p != "."; p = filepath.ToSlash(filepath.Dir(p)) {
		if r, ok := imports[p]; ok && (p == pkg || p != "ingest") {
			return r, true
		}
	}
	return nil, false
}

func allowed(rules []string, pkg string) bool {
	return slices.ContainsFunc(rules, func(r string) bool {
		below, ok := strings.CutSuffix(r, "...")
		return r == pkg || ok && (pkg == below || strings.HasPrefix(pkg, below+"/"))
	})
}

func TestImports(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		rules, ok := row(f.pkg)
		if !ok {
			t.Errorf("%s: package %s has no place in the table of imports", f.path, f.pkg)
			continue
		}
		for _, i := range f.ast.Imports {
			path, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if ours, ok := strings.CutPrefix(path, "kg/"); ok && !allowed(rules, ours) {
				t.Errorf("%s: %s must not import %s", fileset.Position(i.Pos()), f.pkg, path)
			}
			for module, users := range gatekeepers {
				if strings.HasPrefix(path, module) && !slices.ContainsFunc(users, func(u string) bool { return f.pkg == u || strings.HasPrefix(f.pkg, u+"/") }) {
					t.Errorf("%s: only %s may import %s", fileset.Position(i.Pos()), strings.Join(users, " and "), path)
				}
			}
		}
	}
}

func TestPackages(t *testing.T) {
	docs := map[string][]string{}
	for _, f := range goFiles(t) {
		if slices.Contains(vague, filepath.Base(f.pkg)) {
			t.Errorf("%s: a package named %s says nothing about what is in it", f.path, filepath.Base(f.pkg))
		}
		if f.lines > longest {
			t.Errorf("%s: %d lines: divide it by the things in it", f.path, f.lines)
		}
		if f.test {
			continue
		}
		docs[f.pkg] = append(docs[f.pkg], "")
		if f.ast.Doc != nil {
			docs[f.pkg][0] += " " + f.path
		}
	}
	for pkg, in := range docs {
		if n := len(strings.Fields(in[0])); n != 1 {
			t.Errorf("package %s: %d package comments%s, want one", pkg, n, in[0])
		}
	}
}

// TestDocs checks that exported things are documented and that nothing is set up behind the reader's back.
func TestDocs(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		missing := func(id *ast.Ident, doc ...*ast.CommentGroup) {
			if id.IsExported() && !slices.ContainsFunc(doc, func(g *ast.CommentGroup) bool { return g != nil }) {
				t.Errorf("%s: %s has no comment", fileset.Position(id.Pos()), id.Name)
			}
		}
		for _, d := range f.ast.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.Name == "init" && d.Recv == nil {
					t.Errorf("%s: func init: say it where it is used", fileset.Position(d.Pos()))
				}
				if d.Recv == nil || exportedReceiver(d.Recv) && !slices.Contains(standard, d.Name.Name) {
					missing(d.Name, d.Doc)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						missing(s.Name, s.Doc, s.Comment, d.Doc)
					case *ast.ValueSpec:
						if first, ok := d.Specs[0].(*ast.ValueSpec); ok && d.Tok == token.CONST && first.Type != nil {
							continue // the values of an enumeration, which its type's comment explains
						}
						for _, n := range s.Names {
							missing(n, s.Doc, s.Comment, d.Doc)
						}
					}
				}
			}
		}
	}
}

// standard methods need no comment: their interface says what they do.
var standard = []string{"Error", "String", "Len", "Less", "Swap", "Unwrap", "MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText"}

func exportedReceiver(r *ast.FieldList) bool {
	x := r.List[0].Type
	if p, ok := x.(*ast.StarExpr); ok {
		x = p.X
	}
	if g, ok := x.(*ast.IndexExpr); ok {
		x = g.X
	}
	id, ok := x.(*ast.Ident)
	return ok && id.IsExported()
}

// TestDependencies checks that the README says of every module that we import what it is for.
func TestDependencies(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(mod)) {
		f := strings.Fields(line)
		if len(f) < 2 || !strings.Contains(f[0], "/") || strings.Contains(line, "// indirect") {
			continue
		}
		n++
		if !strings.Contains(string(readme), f[0]) {
			t.Errorf("README.md: no line for %s", f[0])
		}
	}
	if n < 5 {
		t.Errorf("only %d modules found in go.mod", n)
	}
}
