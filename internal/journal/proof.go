package journal

import (
	"crypto/ed25519"
	"errors"
	"sync"
)

const (
	proofBatch   = 4096
	proofWorkers = 2 // the cores of an office PC
)

// proof checks the signatures of many records, whose authors may be introduced by records that come later.
type proof struct {
	keyring *Keyring
	blame   func(place, error)
	batch   []task
	waiting map[AuthorID][]task
}

// task is one signature to check.
type task struct {
	place
	claim
	pub   ed25519.PublicKey // of the author, once known
	wrong bool
}

func newProof(blame func(place, error)) *proof {
	return &proof{keyring: NewKeyring(Ref{}), blame: blame, waiting: map[AuthorID][]task{}}
}

// add takes one claim. One that introduces keys is checked at once, because others wait for them; the rest
// are checked in batches.
func (p *proof) add(t task) {
	pub, err := p.keyring.judge(t.claim)
	switch {
	case errors.Is(err, ErrUnknownAuthor):
		p.waiting[t.author] = append(p.waiting[t.author], t)
	case err != nil:
		p.blame(t.place, err)
	case len(t.introduced) == 0:
		t.pub = pub
		if p.batch = append(p.batch, t); len(p.batch) == proofBatch {
			p.flush()
		}
	case !t.holds(pub):
		p.blame(t.place, ErrSignature)
	default:
		p.keyring.learn(t.claim)
		p.release(t.introduced)
	}
}

// release takes again the claims that waited for one of the keys.
func (p *proof) release(keys []ed25519.PublicKey) {
	for _, pub := range keys {
		author := AuthorOf(pub)
		tasks := p.waiting[author]
		delete(p.waiting, author)
		for _, t := range tasks {
			p.add(t)
		}
	}
}

// flush checks the batch, each worker its share.
func (p *proof) flush() {
	var wg sync.WaitGroup
	for w := range proofWorkers {
		wg.Go(func() {
			for i := w; i < len(p.batch); i += proofWorkers {
				t := &p.batch[i]
				t.wrong = !t.holds(t.pub)
			}
		})
	}
	wg.Wait()
	for _, t := range p.batch {
		if t.wrong {
			p.blame(t.place, ErrSignature)
		}
	}
	p.batch = p.batch[:0]
}

// finish checks what is left; authors still unknown were introduced by nobody.
func (p *proof) finish() {
	p.flush()
	for _, tasks := range p.waiting {
		for _, t := range tasks {
			p.blame(t.place, ErrUnknownAuthor)
		}
	}
}
