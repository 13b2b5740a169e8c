// Package postgrestest starts a PostgreSQL server for tests.
package postgrestest

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a server with an empty database, on a socket in a temporary folder; it ends with the test.
type Server struct {
	dir     string
	schemas atomic.Int64
}

// program returns where a program of PostgreSQL is, "" where it is not.
func program(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name) // where Debian puts it
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// Start starts a server, or skips the test where none is installed.
func Start(t testing.TB) *Server {
	t.Helper()
	initdb, server := program("initdb"), program("postgres")
	if initdb == "" || server == "" {
		t.Skip("no PostgreSQL server here (Debian's package postgresql)")
	}
	dir, err := os.MkdirTemp("", "kgpg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	attr := &syscall.SysProcAttr{}
	if os.Getuid() == 0 { // as whom it refuses to run
		attr.Credential = nobody(t)
		if err := os.Chown(dir, int(attr.Credential.Uid), int(attr.Credential.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	run := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.SysProcAttr = dir, attr
		cmd.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
		return cmd
	}
	data := filepath.Join(dir, "data")
	if out, err := run(initdb, "--no-sync", "--auth=trust", "--username=kg", "--encoding=UTF8", "--pgdata="+data).CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	// The shell ends the server when the test is no more, however that came.
	cmd := run("sh", "-c", `"$@" & server=$!; read end; kill -INT $server; wait $server`, "sh",
		server, "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200")
	var log bytes.Buffer
	cmd.Stderr = &log
	stdin, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{dir: dir}
	t.Cleanup(func() {
		stdin.Close()
		cmd.Wait()
		if t.Failed() {
			t.Logf("the server said:\n%s", log.Bytes())
		}
	})
	for wait := 0; ; wait++ {
		err := s.Exec("SELECT 1")
		if err == nil {
			return s
		}
		if wait == 300 {
			t.Fatalf("the server does not answer: %v", err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// nobody is whom the server runs as where the test is root.
func nobody(t testing.TB) *syscall.Credential {
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			uid, _ := strconv.ParseUint(u.Uid, 10, 32)
			gid, _ := strconv.ParseUint(u.Gid, 10, 32)
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		}
	}
	t.Skip("nobody to run a PostgreSQL server as")
	return nil
}

func (s *Server) url(schema string) string {
	q := url.Values{"host": {s.dir}}
	if schema != "" {
		q.Set("search_path", schema)
	}
	return "postgres://kg@/postgres?" + q.Encode()
}

// Exec runs a statement.
func (s *Server) Exec(sql string) error {
	conn, err := pgx.Connect(context.Background(), s.url(""))
	if err != nil {
		return err
	}
	defer conn.Close(context.Background())
	_, err = conn.Exec(context.Background(), sql)
	return err
}

// URL returns the URL of a new and empty schema.
func (s *Server) URL(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("test%d", s.schemas.Add(1))
	if err := s.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	return s.url(name)
}
