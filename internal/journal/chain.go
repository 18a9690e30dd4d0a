package journal

// Tip is where a chain ends.
type Tip struct {
	Seq  uint64
	Hash Hash
}

// Chain is the state of one chain: what its next record must continue. The zero Chain is one of any office
// that has no record yet. It is a plain value, kept and restored by whoever stores the chain.
type Chain struct {
	Office      Ref
	ID          ChainID
	Tip         Tip
	Clock       Clock
	Command     CommandID
	Part, Parts uint64 // of the tip in its group
}

// Next returns the state after r, or says why r is not the next record: [ErrForeign], [ErrDuplicate],
// [ErrPast], [ErrFork], [ErrGap], [ErrBrokenPrev] or [ErrGroup]. It looks at the place of r only: whether
// its author is known and signed it is for [Keyring.Admit] to say. A clock that goes back is accepted, because
// a record correctly signed is never dropped; [Verify] reports it.
func (c Chain) Next(r Record) (Chain, error) {
	next := Chain{
		Office: r.OfficeID(), ID: r.ChainOf(), Tip: Tip{r.Seq, r.Hash()}, Clock: r.Clock,
		Command: r.Command, Part: r.Part, Parts: r.Parts,
	}
	switch {
	case (c.Office != Ref{}) && next.Office != c.Office, (c.ID != ChainID{}) && next.ID != c.ID:
		return c, ErrForeign
	case next.Tip == c.Tip:
		return c, ErrDuplicate
	case r.Seq == c.Tip.Seq:
		return c, ErrFork
	case r.Seq < c.Tip.Seq:
		return c, ErrPast
	case r.Seq > c.Tip.Seq+1:
		return c, ErrGap
	case r.Prev != c.Tip.Hash:
		return c, ErrBrokenPrev
	case !c.groupAllows(next):
		return c, ErrGroup
	}
	return next, nil
}

// Whole reports whether the tip ends a group. A chain that is not whole was cut while a command was written:
// its last, incomplete group was never acknowledged.
func (c Chain) Whole() bool { return c.Part == c.Parts }

// groupAllows reports whether next continues the open group or begins another when none is open.
func (c Chain) groupAllows(next Chain) bool {
	if c.Whole() {
		return next.Part == 1
	}
	return next.Part == c.Part+1 && next.Parts == c.Parts && next.Command == c.Command
}
