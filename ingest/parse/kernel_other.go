//go:build !amd64

package parse

func available() []*kernels { return []*kernels{&plainKernels} }
