package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/serve"
	"kg/cmd/kg/view"
	"kg/graph"
)

var serveCommand = &cli.Command{
	Name:  "serve",
	Usage: "a web page and an HTTP API to look at the graph",
	Description: "Only this machine can reach it unless --addr says otherwise; then --token is wanted, and the page asks for it.\n" +
		"Example: kg serve --addr localhost:8080",
	Flags: []cli.Flag{
		dbFlag,
		&cli.StringFlag{Name: "addr", Value: "localhost:8080", Usage: "`HOST:PORT` to listen on; port 0 takes a free one"},
		&cli.StringFlag{Name: "token", EnvVars: []string{"KG_TOKEN"}, Usage: "what clients must send as Authorization: Bearer TOKEN"},
		&cli.StringSliceFlag{Name: "host", Usage: "another name under which clients may reach it"},
		&cli.Int64Flag{Name: "cache", Value: 256, Usage: "`MB` of the store's files to keep in memory"},
		&cli.BoolFlag{Name: "write", Usage: "let clients store and remove articles, and settle doubtful links"},
	},
	Action: func(c *cli.Context) error {
		host, _, err := net.SplitHostPort(c.String("addr"))
		if err != nil {
			return usagef("serve: --addr %s: want HOST:PORT", c.String("addr"))
		}
		if !serve.Loopback(host) && c.String("token") == "" {
			return usagef("serve: --addr %s can be reached from other machines: give a --token, or listen on localhost", c.String("addr"))
		}
		if c.Int64("cache") < 1 {
			return usagef("serve: --cache %d: want 1 or more", c.Int64("cache"))
		}
		open := func(dir string) (*graph.Store, error) { return graph.OpenToServe(dir, c.Int64("cache")<<20) }
		return with(c, open, func(s *graph.Store) error { return serveStore(c, s, host) })
	},
}

func serveStore(c *cli.Context, s *graph.Store, host string) error {
	g := view.New(s)
	o := serve.Options{Token: c.String("token"), Write: c.Bool("write"), Log: log.New(c.App.ErrWriter, "kg: ", 0), Gizmo: runApart(s)}
	articles := &articleReader{store: s}
	o.Ask = articles.ask()
	if o.Write {
		o.Ingest = articles.ingest
	}
	for _, h := range append(c.StringSlice("host"), host) {
		if h != "" && h != "0.0.0.0" && h != "::" {
			o.Hosts = append(o.Hosts, strings.ToLower(h))
		}
	}
	listener, err := net.Listen("tcp", c.String("addr"))
	if err != nil {
		return fmt.Errorf("--addr %s: %w", c.String("addr"), err)
	}
	server := serve.New(g, o).HTTP()
	ctx, stop := signal.NotifyContext(c.Context, os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	fmt.Fprintf(c.App.Writer, "http://%s/\n", listener.Addr())
	select {
	case err = <-done:
	case <-ctx.Done():
		end, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		err = errors.Join(server.Shutdown(end), g.Counted(context.Background())) // the names are read to the end before the store is closed
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
