package present

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash/fnv"
	"strings"
	"time"
)

// Drafts keeps what is being typed, sealed to whoever types it.
type Drafts interface {
	KeepDraft(name string, content []byte) error
	ReadDraft(name string) (content []byte, ok bool, err error)
	DropDraft(name string) error
}

// keepAfter is how long after a change it is kept; with the time that writing takes it stays under two seconds.
const keepAfter = 800 * time.Millisecond

// Keeper keeps what is typed on a screen, so that a killed program loses at most the last two seconds of it.
type Keeper struct {
	env     Env
	drafts  Drafts
	name    string
	content func() any
	// Kept is called when something was kept, or could not be: then with what to say.
	Kept func(at time.Time, trouble string)

	stop    func() // of the pending save; nil = nothing is pending
	writing bool
	again   bool
	anew    bool // what was kept goes before the next is written
	gone    bool
}

// NewKeeper makes a keeper; content gives what is on the screen, to be written as JSON.
func NewKeeper(env Env, drafts Drafts, name string, content func() any) *Keeper {
	return &Keeper{env: env, drafts: drafts, name: name, content: content}
}

// draftKey gives a key as the name of a draft takes it: small Latin letters, digits and dashes, and few of them.
func draftKey(key string) string {
	const allowed, most = "abcdefghijklmnopqrstuvwxyz0123456789-", 16
	if key = strings.ToLower(key); len(key) <= most && strings.Trim(key, allowed) == "" {
		return key
	}
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(key)) // a hash takes everything
	return hex.EncodeToString(sum.Sum(nil))
}

// Load reads what was kept before into a value; false when there is nothing that can be read.
func (k *Keeper) Load(into any) bool {
	data, ok, err := k.drafts.ReadDraft(k.name)
	return err == nil && ok && json.Unmarshal(data, into) == nil
}

// Touch says that something was typed.
func (k *Keeper) Touch() {
	if k.stop == nil && !k.gone {
		k.stop = k.env.After(keepAfter, func() {
			k.stop = nil
			k.save()
		})
	}
}

// Flush keeps at once what is pending: the screen is left.
func (k *Keeper) Flush() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
		k.save()
	}
}

// Drop forgets what was kept: it was acknowledged, or is not wanted any more.
func (k *Keeper) Drop() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	k.gone = true
	if k.writing {
		return // it is dropped when the writing is done
	}
	k.drop()
}

// Renew writes what is on the screen at once, and what was kept before goes first: words were taken off that must stand
// nowhere.
func (k *Keeper) Renew() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	if !k.gone {
		k.anew = true
		k.save()
	}
}

// Resume keeps again after a Drop: the same screen goes on with something new.
func (k *Keeper) Resume() { k.gone = false }

func (k *Keeper) drop() {
	var err error
	k.env.Go(func() { err = k.drafts.DropDraft(k.name) }, func() {
		if err != nil {
			k.tell(k.env.Tell(err))
		}
	})
}

// save writes one draft at a time, and again when something was typed meanwhile.
func (k *Keeper) save() {
	if k.writing {
		k.again = true
		return
	}
	data, err := json.Marshal(k.content())
	if err != nil {
		k.tell(k.env.Tell(err))
		return
	}
	anew := k.anew
	k.writing, k.anew = true, false
	k.env.Go(func() {
		if anew {
			err = k.drafts.DropDraft(k.name)
		}
		err = errors.Join(err, k.drafts.KeepDraft(k.name, data))
	}, func() {
		k.writing = false
		switch {
		case k.gone:
			k.drop()
		case err != nil:
			k.tell(k.env.Tell(err))
		default:
			k.tell("")
			if k.again {
				k.again = false
				k.save()
			}
		}
	})
}

func (k *Keeper) tell(trouble string) {
	if k.Kept != nil {
		k.Kept(k.env.Now(), trouble)
	}
}
