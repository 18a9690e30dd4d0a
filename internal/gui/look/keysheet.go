package look

import "fyne.io/fyne/v2"

// KeyRow is a line of a key sheet: the keys pressed together or one for the other, and what they do.
type KeyRow struct {
	Keys  []string
	Words string
}

// NewKeySheet is a table of two columns: key caps, and what they do. The first column is as wide as its widest row.
func NewKeySheet(rows []KeyRow) *fyne.Container {
	width := float32(0)
	caps := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		row := Row(4)
		for _, k := range r.Keys {
			row.Add(NewKeyCap(k))
		}
		caps[i] = row
		width = max(width, row.MinSize().Width)
	}
	table := Column(6)
	for i, r := range rows {
		table.Add(Edged(nil, nil, Sized(width+16, 0, AtTop(caps[i])), nil, NewProse(r.Words, Body, Ink)))
	}
	return table
}
