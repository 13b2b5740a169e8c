//go:build !linux

package queries

import "os/exec"

func alone(*exec.Cmd) {}

// confine does nothing here: the process watches its memory itself and is killed when its time is over.
func confine() error { return nil }
