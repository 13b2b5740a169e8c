// Package parse turns text into sentences, tokens, tags, lemmas, features, dependency trees and names: a multi-task
// model and the kernels that run it.
package parse
