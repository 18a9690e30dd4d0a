// Package gui is the window: the frame with rail, search and status line, and one view for each screen. A view builds
// its widgets once, forwards what a person does to its presenter and redraws; it knows no rule.
//
// It knows widgets, navigation and keys. It refuses to know storage, the journal and rules; what it needs of the
// program it takes as [Program].
package gui
