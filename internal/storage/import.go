package storage

import (
	"slices"

	"harta/internal/journal"
)

// Imported says what became of foreign records.
type Imported struct {
	Stored []Stored // those that are new here, in the order given
	Known  int      // how many were here already
	Left   int      // how many were not taken, from the end: an incomplete command, or all after an error
}

// Stored is a record and where it was put.
type Stored struct {
	Record journal.Record
	Line   Line
	Pos    Pos
}

// Import adds records that other desks have written, exactly as they are and in the order given, with one fsync
// for each line touched. The caller has checked that trusted authors signed them. A record that continues
// neither the end of a line nor any other record that is here is [journal.ErrGap]; what precedes it stays. One
// that continues a record in the middle begins a branch. Give at most 1,000 at a time.
func (s *Store) Import(records []journal.Record) (Imported, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return Imported{Left: len(records)}, err
	}
	whole := len(records)
	for whole > 0 && records[whole-1].Part != records[whole-1].Parts {
		whole--
	}
	m := merge{store: s, known: map[journal.ChainID]map[journal.Hash]struct{}{}}
	err := m.sort(records[:whole])
	if werr := m.write(); werr != nil {
		return Imported{Left: len(records)}, s.fail(werr)
	}
	m.done.Left = len(records) - len(m.done.Stored) - m.done.Known
	return m.done, err
}

// merge sorts foreign records into lines before any of them is written.
type merge struct {
	store *Store
	known map[journal.ChainID]map[journal.Hash]struct{} // hashes from just before the first record given
	runs  []*run
	done  Imported
}

// run is what is to be added to one line.
type run struct {
	line    *line
	end     journal.Chain
	records []journal.Record
	at      []int // index in done.Stored
}

func (m *merge) sort(records []journal.Record) error {
	for len(records) > 0 {
		n := 1
		for records[n-1].Part != records[n-1].Parts && n < len(records) {
			n++
		}
		if err := m.group(records[:n], records); err != nil {
			return err
		}
		records = records[n:]
	}
	return nil
}

// group finds the place of one command. The rest of the records says which hashes may be asked for.
func (m *merge) group(group, rest []journal.Record) error {
	first := group[0]
	if first.Parts != uint64(len(group)) {
		return journal.ErrGroup
	}
	known, err := m.hashes(first.ChainOf(), rest)
	if err != nil {
		return err
	}
	if _, ok := known[first.Hash()]; ok {
		m.done.Known += len(group)
		return nil
	}
	r, err := m.place(first, known)
	if err != nil {
		return err
	}
	end, err := follow(r.end, group)
	if err != nil {
		return err
	}
	r.end = end
	for _, rec := range group {
		known[rec.Hash()] = struct{}{}
		r.at = append(r.at, len(m.done.Stored))
		m.done.Stored = append(m.done.Stored, Stored{Record: rec, Line: r.line.Line})
	}
	r.records = append(r.records, group...)
	return nil
}

// place finds the run that a record continues: the end of a line, a new chain or a new branch.
func (m *merge) place(first journal.Record, known map[journal.Hash]struct{}) (*run, error) {
	chain := first.ChainOf()
	if office := m.store.office; office != (journal.Ref{}) && office != first.OfficeID() {
		return nil, journal.ErrForeign
	}
	for _, r := range m.ends(chain) {
		if r.end.Tip == (journal.Tip{Seq: first.Seq - 1, Hash: first.Prev}) {
			return m.use(r), nil
		}
	}
	at := Line{Chain: chain}
	if _, ok := known[first.Prev]; ok {
		hash := first.Hash()
		at.Branch = Branch(hash[:])
	} else if first.Seq > 1 {
		return nil, journal.ErrGap
	}
	end := journal.Chain{Office: m.store.office, Tip: journal.Tip{Seq: first.Seq - 1, Hash: first.Prev}}
	return m.use(&run{line: &line{Line: at}, end: end}), nil
}

// ends returns the lines of a chain as they will be, those already being added to first.
func (m *merge) ends(chain journal.ChainID) []*run {
	var all []*run
	for _, r := range m.runs {
		if r.line.Chain == chain {
			all = append(all, r)
		}
	}
	for _, l := range m.store.sorted() {
		if l.Chain == chain && !slices.ContainsFunc(all, func(r *run) bool { return r.line == l }) {
			all = append(all, &run{line: l, end: l.end})
		}
	}
	return all
}

// use makes sure that a run is written.
func (m *merge) use(r *run) *run {
	if !slices.Contains(m.runs, r) {
		m.runs = append(m.runs, r)
	}
	return r
}

// hashes returns what is here of a chain around the given records. Nothing has to be read as long as they
// continue the one line there is.
func (m *merge) hashes(chain journal.ChainID, records []journal.Record) (map[journal.Hash]struct{}, error) {
	if known, ok := m.known[chain]; ok {
		return known, nil
	}
	from := records[0].Seq
	for _, r := range records {
		if r.ChainOf() == chain {
			from = min(from, r.Seq)
		}
	}
	known := map[journal.Hash]struct{}{}
	for _, l := range m.store.sorted() {
		if l.Chain != chain || l.end.Tip.Seq+1 < from {
			continue
		}
		if l.end.Tip.Seq+1 == from {
			known[l.end.Tip.Hash] = struct{}{}
			continue
		}
		w := walk{dir: m.store.dir, line: *l, from: from - 1, visit: func(r journal.Record, _ Pos) error {
			known[r.Hash()] = struct{}{}
			return nil
		}}
		if err := w.run(); err != nil {
			return nil, err
		}
	}
	m.known[chain] = known
	return known, nil
}

// write puts every run behind its line.
func (m *merge) write() error {
	for _, r := range m.runs {
		if len(r.records) == 0 {
			continue
		}
		at, err := m.store.write(r.line, r.records)
		if err != nil {
			return err
		}
		for i, p := range at {
			m.done.Stored[r.at[i]].Pos = p
		}
		m.store.enter(r.line, r.end)
	}
	return nil
}
