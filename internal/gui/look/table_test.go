package look

import "testing"

// TestATightTableKeepsItsLastColumnInSight: the widest column gives of its width to the one that lives on the rest.
func TestATightTableKeepsItsLastColumnInSight(t *testing.T) {
	cell := func(string) Cell { return Cell{Words: "дума"} }
	table := NewTable([]TableColumn[string]{
		{Key: "to", Width: 220, Cell: cell}, {Key: "rest", Cell: cell}, {Key: "due", Width: 100, Cell: cell},
	}, nil)
	for _, width := range []float32{360, 400, 600} {
		spans := table.spans(width)
		if end := spans[2].x + spans[2].width; end > width {
			t.Errorf("in %v the last column ends at %v: %v", width, end, spans)
		}
	}
	if spans := table.spans(600); spans[0].width != 220-cellGap {
		t.Errorf("in 600 the widest column lends without need: %v", spans)
	}
	table.SetWidths(map[string]float32{"to": 220})
	if spans := table.spans(400); spans[0].width != 220-cellGap {
		t.Errorf("a width given by a person was taken: %v", spans)
	}
}
