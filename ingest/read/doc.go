// Package read turns files, folders and standard input into documents: it decodes them, joins wrapped lines into
// paragraphs, finds the headline and the date and leaves out what belongs to the page and not to the article.
package read
