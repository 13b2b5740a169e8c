// Package data embeds what the binary needs: the model, word lists, sample articles.
package data

import _ "embed"

// Model is the analyser's model file, written by train/export.py and read by ingest/parse; README.md is its card.
//
//go:embed model.kgm
var Model string

// Sentences is the sentence splitter's file, written by train/sentences.py.
//
//go:embed sentences.kgm
var Sentences string

// Names is the name lexicon's file, written by train/names.py.
//
//go:embed names.kgm
var Names string
