package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// SlotSize is the fixed size of an encoded slot, so that a slot can be overwritten in place.
const SlotSize = 128

// Why a slot gives no key although it is not damaged.
var (
	ErrErased = errors.New("content key was erased")
	ErrEpoch  = errors.New("content key belongs to another epoch")
)

// SlotState says what a slot holds.
type SlotState uint8

// The states of a slot, as numbered on disk.
const (
	SlotFree   SlotState = 1 // a key that locks nothing yet
	SlotUsed   SlotState = 2
	SlotErased SlotState = 3 // the key is gone, for ever
)

// SlotWrap says under what the key is wrapped.
type SlotWrap uint8

// WrapEpoch wraps a key under the wrap key of an epoch. Later versions add wraps to named persons.
const WrapEpoch SlotWrap = 1

// Slot is a content key at rest, wrapped.
type Slot struct {
	State  SlotState
	Wrap   SlotWrap
	Epoch  uint32
	KeyID  [16]byte
	Sealed [nonceSize + keySize + tagSize]byte // nonce ‖ AES-256-GCM(K_wrap, key); zero when erased
}

// The encoded slot:
//
//	state u8 | wrap u8 | 0 0 | epoch u32 | key id 16 | nonce 12 | sealed key 48 | 12 zeros |
//	SHA-256("harta-slot-v1\0" ‖ all before) 32
//
// The additional data of the sealed key is wrap ‖ 0 0 ‖ epoch ‖ key id: the state changes without the key.
const (
	slotLabel  = "harta-slot-v1\x00"
	slotSealed = 24 // where the nonce begins
	slotSum    = SlotSize - sha256.Size
)

// Wrap returns a free slot with the key, wrapped under the epoch.
func (e Epoch) Wrap(id [16]byte, key ContentKey, random io.Reader) (Slot, error) {
	s := Slot{State: SlotFree, Wrap: WrapEpoch, Epoch: e.Number, KeyID: id}
	additional := s.additional()
	sealed, err := seal(e.wrap, key[:], additional[:], random)
	if err != nil {
		return Slot{}, fmt.Errorf("wrap a content key: %w", err)
	}
	copy(s.Sealed[:], sealed)
	return s, nil
}

// Unwrap returns the key in the slot.
func (e Epoch) Unwrap(s Slot) (ContentKey, error) {
	switch {
	case s.State == SlotErased:
		return ContentKey{}, ErrErased
	case s.Wrap != WrapEpoch, s.Epoch != e.Number:
		return ContentKey{}, ErrEpoch
	}
	if e.wrapper == nil {
		return ContentKey{}, ErrEpoch // the zero epoch has wrapped nothing
	}
	additional := s.additional()
	key, err := openWith(e.wrapper, s.Sealed[:], additional[:])
	if err != nil {
		return ContentKey{}, fmt.Errorf("unwrap a content key: %w", err)
	}
	return ContentKey(key), nil
}

// ErasedSlot returns the slot without its key: it still says which key is gone.
func ErasedSlot(s Slot) Slot {
	s.State, s.Sealed = SlotErased, [len(s.Sealed)]byte{}
	return s
}

// EncodeSlot returns the slot as it is written.
func EncodeSlot(s Slot) [SlotSize]byte {
	var b [SlotSize]byte
	body := s.body()
	sum := slotChecksum(body)
	copy(b[:], body[:])
	copy(b[slotSum:], sum[:])
	return b
}

// body is what is written before the checksum.
func (s Slot) body() (b [slotSum]byte) {
	additional := s.additional()
	b[0] = byte(s.State)
	copy(b[1:], additional[:])
	copy(b[slotSealed:], s.Sealed[:])
	return b
}

// DecodeSlot reads what [EncodeSlot] wrote. Any changed bit is [ErrDamaged]; so are 128 zeros, which is what
// a file system leaves of a slot that was never written.
func DecodeSlot(b []byte) (Slot, error) {
	if len(b) != SlotSize {
		return Slot{}, fmt.Errorf("%w: slot of %d bytes", ErrDamaged, len(b))
	}
	if sum := slotChecksum([slotSum]byte(b)); !bytes.Equal(sum[:], b[slotSum:]) {
		return Slot{}, fmt.Errorf("%w: checksum of a slot", ErrDamaged)
	}
	s := Slot{
		State: SlotState(b[0]), Wrap: SlotWrap(b[1]), Epoch: binary.BigEndian.Uint32(b[4:]),
		KeyID: [16]byte(b[8:]), Sealed: [len(Slot{}.Sealed)]byte(b[slotSealed:]),
	}
	if s.State < SlotFree || s.State > SlotErased || s.body() != [slotSum]byte(b) {
		return Slot{}, fmt.Errorf("%w: slot of an unknown form", ErrDamaged)
	}
	return s, nil
}

// additional is an array, and so is what is summed: opening an office reads every slot, and nothing is to be left behind.
func (s Slot) additional() (b [slotSealed - 1]byte) {
	b[0] = byte(s.Wrap)
	binary.BigEndian.PutUint32(b[3:], s.Epoch)
	copy(b[7:], s.KeyID[:])
	return b
}

func slotChecksum(body [slotSum]byte) [sha256.Size]byte {
	var b [len(slotLabel) + slotSum]byte
	copy(b[:], slotLabel)
	copy(b[len(slotLabel):], body[:])
	return sha256.Sum256(b[:])
}
