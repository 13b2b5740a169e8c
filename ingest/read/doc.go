// Package read turns files, folders and standard input into documents.
package read
