// Package preview turns the bytes of PDF documents and of pictures into pictures for the screen. It does not know
// whose documents they are nor what they say, and trusts none of them: the renderer is PDFium in WebAssembly, which
// sees no file, no clock of ours and no network, has a limited memory, and is thrown away after each document.
package preview

import (
	"context"
	"errors"
	"image"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

// The limits of what is shown.
const (
	// MaxBytes is the size of the largest document; the office keeps no larger ones.
	MaxBytes = 50 << 20
	// MaxPages is the number of pages of the longest document.
	MaxPages = 500
	// MaxSide is the longest side of a picture that is given out, in pixels.
	MaxSide = 4000
	// MaxPixels is the area of the largest picture that is read: a page scanned at 600 dpi is 35 million pixels.
	MaxPixels = 40_000_000

	pageTime = 10 * time.Second // one document, opened and one page drawn
)

// Viewer turns documents into pictures, one at a time. It is safe for concurrent use.
type Viewer struct {
	folder   string
	patience time.Duration
	life     context.Context
	end      context.CancelFunc

	turn   sync.Mutex // held while a document is drawn
	engine *engine    // nil until needed, and after it failed

	painting sync.Mutex // held while a picture is read, so that memory is needed for one only
}

// New makes a viewer that keeps the compiled renderer in cacheDir, which must belong to the user alone because
// code is run from it. A folder that is empty, missing or closed to writing costs time and memory at each start,
// nothing else. Nothing is loaded before the first document or Warm.
func New(cacheDir string) *Viewer {
	life, end := context.WithCancel(context.Background())
	return &Viewer{folder: cacheDir, patience: pageTime, life: life, end: end}
}

// Warm loads the renderer ahead of need. The first time on a PC takes seconds; call it off the screen's goroutine.
func (v *Viewer) Warm() error {
	v.turn.Lock()
	defer v.turn.Unlock()
	_, err := v.ready()
	return err
}

// Prepare sees to it that this PC has the renderer compiled, which takes seconds once, and keeps nothing in memory: what
// is compiled loads in a tenth of a second when it is needed. It leaves half of the processors to others; call it off the
// screen's goroutine.
func (v *Viewer) Prepare() error {
	v.turn.Lock()
	defer v.turn.Unlock()
	if v.engine != nil {
		return nil
	}
	if err := v.begin(max(1, runtime.NumCPU()/2)); err != nil {
		return err
	}
	defer debug.FreeOSMemory()
	return v.drop()
}

// Pages counts the pages of a PDF.
func (v *Viewer) Pages(pdf []byte) (int, error) {
	var count int
	err := v.read(pdf, func(d document) error {
		count = d.pages
		return nil
	})
	return count, err
}

// Page draws a page of a PDF, counted from 0, on white and as wide as asked in pixels. A page so long that it would
// be higher than MaxSide is drawn narrower.
func (v *Viewer) Page(pdf []byte, page, width int) (image.Image, error) {
	if err := checkWidth(width); err != nil {
		return nil, err
	}
	var img image.Image
	err := v.read(pdf, func(d document) (err error) {
		img, err = d.draw(page, width)
		return err
	})
	if err != nil {
		return nil, err
	}
	return img, nil
}

// Close gives up what is being drawn and frees the renderer. Every later call gets ErrClosed.
func (v *Viewer) Close() error {
	v.end()
	v.turn.Lock()
	defer v.turn.Unlock()
	return v.drop()
}

// read opens a PDF in a renderer of its own and hands it over.
func (v *Viewer) read(pdf []byte, use func(document) error) error {
	switch {
	case len(pdf) == 0:
		return ErrNotReadable
	case len(pdf) > MaxBytes:
		return ErrTooLarge
	}
	v.turn.Lock()
	defer v.turn.Unlock()
	e, err := v.ready()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(v.life, v.patience)
	defer cancel()
	err = e.read(ctx, pdf, use)
	if errors.Is(err, errEngine) {
		return errors.Join(err, v.drop())
	}
	return err
}

// ready gives the engine, started if need be. The caller holds the turn.
func (v *Viewer) ready() (*engine, error) {
	if v.engine == nil || v.life.Err() != nil {
		if err := v.begin(runtime.NumCPU()); err != nil {
			return nil, err
		}
	}
	return v.engine, nil
}

// begin starts the engine with so many processors, if it has to be compiled. The caller holds the turn.
func (v *Viewer) begin(workers int) error {
	if v.life.Err() != nil {
		return ErrClosed
	}
	e, err := start(v.folder, workers)
	if err != nil {
		return err
	}
	v.engine = e
	return nil
}

// drop frees the engine; the next document starts another. The caller holds the turn.
func (v *Viewer) drop() error {
	e := v.engine
	v.engine = nil
	if e == nil {
		return nil
	}
	return e.close()
}
