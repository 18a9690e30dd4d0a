package present

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/script"
)

// Query is what somebody typed to find cases: numbers, the beginnings of words of sender and subject, in either
// alphabet, and what narrows the search: „от:иван вид:жалба срок:днес № 1312“. Everything typed has to fit.
type Query struct {
	numbers []string        // № …: only the number counts
	digits  []digits        // words that begin with a digit: of the number, or of the text
	words   script.Query    // of sender and subject
	from    script.Query    // of the sender
	kinds   [][]domain.Kind // each time one of these
	terms   []func(domain.Reminder) bool
	asked   bool
}

// digits are a word that begins with a digit, as it stands in numbers and in texts.
type digits struct{ number, folded string }

// mostTyped bounds what is read of what somebody typed or pasted.
const mostTyped = 200

// ParseQuery reads what was typed.
func (e Env) ParseQuery(typed string) *Query {
	q := &Query{}
	var words, from []string
	for _, word := range e.pieces(typed) {
		q.asked = true
		switch op, value := e.operator(word); op {
		case opNumber:
			q.numbers = append(q.numbers, strings.ToLower(value))
		case opFrom:
			from = append(from, value)
		case opKind:
			q.kinds = append(q.kinds, e.kindsOf(value))
		case opTerm:
			q.terms = append(q.terms, e.termOf(value))
		default:
			if unicode.IsDigit([]rune(value)[0]) {
				q.digits = append(q.digits, digits{strings.ToLower(value), string(script.Fold(value))})
			} else {
				words = append(words, value)
			}
		}
	}
	q.words, q.from = script.Ask(strings.Join(words, " ")), script.Ask(strings.Join(from, " "))
	if q.asked && q.words.Words()+q.from.Words()+len(q.numbers)+len(q.digits)+len(q.kinds)+len(q.terms) == 0 {
		q.numbers = []string{"\x00"} // of what was typed nothing can be looked for, and nothing is found
	}
	return q
}

// Operators of a query.
const (
	opNone   = ""
	opFrom   = "from"
	opKind   = "kind"
	opTerm   = "term"
	opNumber = "number"
)

// Operators gives the words that narrow a search, as they are typed.
func (e Env) Operators() []string {
	return []string{e.T("palette.op_from"), e.T("palette.op_kind"), e.T("palette.op_term"), numberSign}
}

const numberSign = "№"

// pieces parts what was typed; an operator that stands alone belongs to the word after it.
func (e Env) pieces(typed string) []string {
	if len(typed) > mostTyped {
		typed = strings.ToValidUTF8(typed[:mostTyped], "")
	}
	var all []string
	alone := ""
	for word := range strings.FieldsSeq(typed) {
		word = alone + word
		alone = ""
		if slices.Contains(e.Operators(), strings.ToLower(word)) {
			alone = word
			continue
		}
		all = append(all, word)
	}
	return all
}

// operator takes a word apart.
func (e Env) operator(word string) (op, value string) {
	for i, name := range e.Operators() {
		if len(word) > len(name) && strings.EqualFold(word[:len(name)], name) {
			return []string{opFrom, opKind, opTerm, opNumber}[i], word[len(name):]
		}
	}
	return opNone, word
}

// kindsOf gives the kinds whose name has a word that begins so.
func (e Env) kindsOf(value string) []domain.Kind {
	q := script.Ask(value)
	var kinds []domain.Kind
	for _, k := range domain.Kinds() {
		if q.Finds(script.Fold(e.Say.Kind(k))) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// termOf gives what a word says of a term: a day, or the beginning of one of the words for terms.
func (e Env) termOf(value string) func(domain.Reminder) bool {
	today := e.Today()
	if day, ok := dayTyped(value, today); ok {
		return func(r domain.Reminder) bool { return r.Due == day && r.Urgency != domain.NoTerm }
	}
	q := script.Ask(value)
	var wanted []string
	for _, o := range []Option{
		{TermLate, e.T("register.term.late")},
		{TermToday, e.T("register.term.today")},
		{TermSoon, e.T("register.term.soon")},
		{TermHalf, e.T("register.term.half")},
		{TermThisWeek, e.T("register.term.week")},
	} {
		if q.Finds(script.Fold(o.Words)) {
			wanted = append(wanted, o.Key)
		}
	}
	return func(r domain.Reminder) bool {
		return slices.ContainsFunc(wanted, func(term string) bool { return termIs(term, r, today) })
	}
}

// termIs tells whether a term is one of the kind that the register narrows by.
func termIs(term string, r domain.Reminder, today calendar.Date) bool {
	switch term {
	case TermLate:
		return r.Urgency == domain.Late
	case TermToday:
		return r.Urgency == domain.Today
	case TermSoon:
		return r.Urgency == domain.Soon
	case TermHalf:
		return r.Urgency == domain.HalfTime
	case TermThisWeek:
		return r.Urgency != domain.NoTerm && weekOf(r.Due) == weekOf(today)
	default:
		return true
	}
}

// dayTyped reads a day, this year's where none is typed.
func dayTyped(value string, today calendar.Date) (calendar.Date, bool) {
	if strings.Count(value, ".") == 1 {
		value += "." + strconv.Itoa(today.Year())
	}
	d, err := calendar.ParseLocal(value)
	return d, err == nil
}

// Asked tells whether something was typed at all.
func (q *Query) Asked() bool { return q.asked }

// caseKey is what of a case is looked through. It is made once, not for every key that is pressed.
type caseKey struct {
	number string // in full, in small letters
	words  script.Key
	sender int // so many bytes of words are the sender's
}

func keyOf(e *domain.Entry) caseKey {
	sender := script.Fold(e.Sender)
	return caseKey{strings.ToLower(e.Number.Text), sender + script.Fold(e.Subject), len(sender)}
}

// numbered says how well a typed number fits.
type numbered int

// How a number fits.
const (
	otherNumber numbered = iota
	partOfNumber
	beginsNumber
	exactNumber
)

func (k *caseKey) numbered(typed string) numbered {
	if !strings.Contains(k.number, typed) {
		return otherNumber
	}
	short, _, _ := strings.Cut(k.number, "/")
	_, serial, _ := strings.Cut(short, "-")
	switch {
	case typed == k.number || typed == short || typed == serial:
		return exactNumber
	case strings.HasPrefix(k.number, typed) || strings.HasPrefix(serial, typed):
		return beginsNumber
	default:
		return partOfNumber
	}
}

// wants tells whether a case fits everything that was typed.
func (q *Query) wants(x *lined) bool { return q.wantsWords(&x.key) && q.wantsRest(x) }

// wantsWords looks at numbers and words alone.
func (q *Query) wantsWords(k *caseKey) bool {
	return q.wantsNumber(k) &&
		(q.words.Words() == 0 || q.words.Rank(k.words) == q.words.Words()) &&
		(q.from.Words() == 0 || q.from.Rank(k.words[:k.sender]) == q.from.Words())
}

// wantsRest looks at kind and term.
func (q *Query) wantsRest(x *lined) bool {
	return len(q.kinds)+len(q.terms) == 0 || q.wantsKind(x.Kind) && q.wantsTerm(x.Reminder)
}

func (q *Query) wantsKind(kind domain.Kind) bool {
	for _, kinds := range q.kinds {
		if !slices.Contains(kinds, kind) {
			return false
		}
	}
	return true
}

func (q *Query) wantsTerm(r domain.Reminder) bool {
	for _, wanted := range q.terms {
		if !wanted(r) {
			return false
		}
	}
	return true
}

func (q *Query) wantsNumber(k *caseKey) bool {
	for _, n := range q.numbers {
		if k.numbered(n) < beginsNumber {
			return false
		}
	}
	for _, d := range q.digits {
		if !strings.Contains(k.number, d.number) && !strings.Contains(string(k.words), d.folded) {
			return false
		}
	}
	return true
}

// fit says how well the number of a wanted case fits: one that was typed in full comes first.
func (q *Query) fit(k *caseKey) numbered {
	best := otherNumber
	for _, n := range q.numbers {
		best = max(best, k.numbered(n))
	}
	for _, d := range q.digits {
		best = max(best, k.numbered(d.number))
	}
	return best
}

// Hits gives the letters of a text that were typed.
func (q *Query) Hits(text string) Hits {
	all := append(q.words.Hits(text), q.from.Hits(text)...)
	lower, numbers := strings.ToLower(text), slices.Clone(q.numbers)
	for _, d := range q.digits {
		numbers = append(numbers, d.number)
	}
	for _, n := range numbers {
		if i := strings.Index(lower, n); i >= 0 && len(lower) == len(text) {
			all = append(all, [2]int{i, i + len(n)})
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	var h Hits
	n, end := 0, 0
	for _, x := range all {
		if n < len(h) && x[0] >= end {
			h[n], end = x, x[1]
			n++
		}
	}
	return h
}

// Hits are the parts of a text that were hit, bytes from and to; the empty ones at the end are none. It is an array so
// that rows can be compared.
type Hits [4][2]int
