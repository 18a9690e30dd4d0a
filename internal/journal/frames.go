package journal

import (
	"bufio"
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"io"
	"iter"
)

// Frame is one record as it lies in a file, not yet decoded.
type Frame struct {
	Offset int64
	Bytes  []byte // valid until the next one is asked for
}

// Frames returns the frames that follow each other in r. An error comes with the offset it was met at:
//
//   - [ErrTorn], last of all: r ends inside a frame, or in zeros that a file system put there before the
//     data came. Everything before the offset is whole.
//   - [ErrDamaged]: the length of a frame is wrong although the frame is there. It is stepped over if its own
//     end can be found; otherwise nothing follows.
//   - an error of r, last of all.
//
// A frame is not decoded here: damage inside it is found by [Decode].
func Frames(r io.Reader) iter.Seq2[Frame, error] {
	return func(yield func(Frame, error) bool) {
		in := bufio.NewReaderSize(r, lenSize+MaxRecord)
		for at := int64(0); ; {
			b, n, err := nextFrame(in)
			if errors.Is(err, io.EOF) || !yield(Frame{Offset: at, Bytes: b}, err) || n == 0 {
				return
			}
			at += int64(n)
			if _, err := in.Discard(n); err != nil {
				yield(Frame{Offset: at}, err)
				return
			}
		}
	}
}

// nextFrame returns the next frame and how far to step; zero means that nothing can follow.
func nextFrame(in *bufio.Reader) ([]byte, int, error) {
	head, err := in.Peek(lenSize)
	if len(head) == 0 || err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	size := statedSize(head)
	if size > 0 {
		b, err := in.Peek(size)
		if err == nil {
			return b, size, nil
		}
	}
	rest, err := in.Peek(lenSize + MaxRecord)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	if n := ownSize(rest); n > 0 {
		return nil, n, damaged("length does not match")
	}
	if size > 0 || len(head) < lenSize || onlyZeros(in) {
		return nil, 0, ErrTorn
	}
	return nil, 0, damaged("length impossible")
}

// statedSize returns the size of a frame according to its first bytes, or zero when no frame has it.
func statedSize(head []byte) int {
	if len(head) < lenSize {
		return 0
	}
	n := binary.BigEndian.Uint32(head)
	if n <= ed25519.SignatureSize || n > MaxRecord {
		return 0
	}
	return lenSize + int(n)
}

// ownSize finds the end of a frame without its length, from the map, which knows where it ends: a frame that
// is whole although its length points past the end of the file is damaged, not torn. Zero means not whole.
func ownSize(b []byte) int {
	if len(b) <= lenSize {
		return 0
	}
	var r Record
	rest, err := r.read(b[lenSize:])
	if err != nil || len(rest) < ed25519.SignatureSize {
		return 0
	}
	return len(b) - len(rest) + ed25519.SignatureSize
}

// onlyZeros consumes the rest.
func onlyZeros(in *bufio.Reader) bool {
	for {
		b, err := in.ReadByte()
		if err != nil {
			return errors.Is(err, io.EOF)
		}
		if b != 0 {
			return false
		}
	}
}
