package data

import "embed"

// Articles holds the sample articles, articles/NAME.txt, in our own words. Two retell news of June 2024
// (us-ukraine-agreement, swiss-peace-summit); the people, firms and events of the others are invented.
//
//go:embed articles/*.txt
var Articles embed.FS
