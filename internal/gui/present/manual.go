package present

import (
	"strings"
	"unicode"
)

// ManualBlock is a part of a page of the manual.
type ManualBlock struct {
	Kind  ManualKind
	Words string
	Keys  []string // of ManualKeys: the keys, and Words say what they do
	Mark  string   // of ManualItem: „–“, or the number of a step
}

// ManualKind is how a part of a page is shown.
type ManualKind int

// Kinds of parts.
const (
	ManualTitle ManualKind = iota
	ManualHeading
	ManualText
	ManualItem
	ManualKeys
)

// ParseManual reads a page: see resources.Manual.
func ParseManual(page string) []ManualBlock {
	var blocks []ManualBlock
	text := false // the last block is a paragraph that may go on
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		block, kind := ManualBlock{}, ""
		switch {
		case line == "":
			text = false
			continue
		case strings.HasPrefix(line, "### "):
			block.Kind, kind = ManualHeading, "### "
		case strings.HasPrefix(line, "## "):
			block.Kind, kind = ManualTitle, "## "
		case strings.HasPrefix(line, "- "):
			block, kind = manualItem(line[2:]), "- "
		case isStep(line):
			mark, rest, _ := strings.Cut(line, " ")
			block = ManualBlock{Kind: ManualItem, Mark: mark, Words: unquoted(rest)}
		case text:
			blocks[len(blocks)-1].Words += " " + unquoted(line)
			continue
		default:
			block = ManualBlock{Kind: ManualText, Words: unquoted(line)}
		}
		if block.Kind == ManualHeading || block.Kind == ManualTitle {
			block.Words = unquoted(line[len(kind):])
		}
		text = block.Kind == ManualText
		blocks = append(blocks, block)
	}
	return blocks
}

// manualItem reads an item of a list; one that begins with keys is about them.
func manualItem(item string) ManualBlock {
	keys, words, ok := strings.Cut(item, ": ")
	if ok && strings.HasPrefix(keys, "`") {
		b := ManualBlock{Kind: ManualKeys, Words: capital(unquoted(words))}
		for key := range strings.SplitSeq(keys, "`") {
			if key = strings.TrimSpace(key); key != "" {
				b.Keys = append(b.Keys, key)
			}
		}
		return b
	}
	return ManualBlock{Kind: ManualItem, Mark: "–", Words: unquoted(item)}
}

// isStep tells whether a line is a step: „1. …“.
func isStep(line string) bool {
	n := strings.IndexFunc(line, func(r rune) bool { return !unicode.IsDigit(r) })
	return n > 0 && strings.HasPrefix(line[n:], ". ")
}

func unquoted(words string) string { return strings.ReplaceAll(words, "`", "") }

// KeysOf gives the keys that a page tells of.
func KeysOf(blocks []ManualBlock) []KeyWords {
	var rows []KeyWords
	for _, b := range blocks {
		if b.Kind == ManualKeys {
			rows = append(rows, KeyWords{strings.Join(b.Keys, " "), b.Words})
		}
	}
	return rows
}
