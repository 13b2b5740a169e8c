// Package data embeds what the binary needs: the model, word lists, sample articles.
package data
