package queries

import (
	"os/exec"
	"syscall"
)

// alone makes a process end with this one.
func alone(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }

// confine takes from this process what no script needs: new files and connections, memory above the limit (the program's
// own data aside), and long use of the processor.
func confine() error {
	for _, l := range []struct {
		what int
		most uint64
	}{
		{syscall.RLIMIT_NOFILE, 0},
		{syscall.RLIMIT_FSIZE, 0},
		{syscall.RLIMIT_CORE, 0},
		{syscall.RLIMIT_CPU, 120},
		{syscall.RLIMIT_DATA, 2 * Memory},
	} {
		if err := syscall.Setrlimit(l.what, &syscall.Rlimit{Cur: l.most, Max: l.most}); err != nil {
			return err
		}
	}
	return nil
}
