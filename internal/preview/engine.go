package preview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages is the memory one document may take, in WebAssembly pages of 64 KiB: 512 MiB.
const memoryPages = 512 << 20 >> 16

// errEngine marks a renderer that does not run, whatever the document.
var errEngine = errors.New("renderer does not run")

// engine is the compiled renderer. Each document gets an instance of its own, so that a hostile one meets nobody
// else's pages and leaves nothing behind.
type engine struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache // nil without a disk cache
}

// start loads the compiled renderer from the folder or, when that fails, compiles it into the folder. Whatever is
// wrong with the folder, it is compiled in memory.
func start(folder string, workers int) (*engine, error) {
	store := openStore(folder)
	for store.usable {
		e, err := build(store.dir, workers)
		if err == nil {
			store.seal()
			return e, nil
		}
		store.usable = store.whole() && store.empty()
		store.sealed = nil
	}
	return build("", workers)
}

// build compiles the renderer and prepares one instance.
func build(dir string, workers int) (*engine, error) {
	e := &engine{}
	// Exceptions are what PDFium is compiled with; the rest makes a call end with its context.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(memoryPages)
	if dir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return nil, fmt.Errorf("open the renderer's cache: %w", err)
		}
		e.cache = cache
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithCompilationWorkers(context.Background(), workers),
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1, // the viewer draws one document at a time
		FSConfig:      wazero.NewFSConfig(), // no files
		RuntimeConfig: config,
		Stdout:        io.Discard, // a document's complaints could quote it
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("load the renderer: %w", err), e.close())
	}
	e.pool = pool
	debug.FreeOSMemory() // compiling takes a quarter of a gigabyte that nobody needs again
	return e, nil
}

// read opens a PDF in a new instance, hands it over, and throws the instance away: at the end, when it crashed, or
// in the middle of its work when ctx is done.
func (e *engine) read(ctx context.Context, pdf []byte, use func(document) error) error {
	instance, err := e.pool.GetInstanceWithContext(ctx)
	switch {
	case ctx.Err() != nil:
		err = interrupted(ctx)
	case err != nil:
		err = fmt.Errorf("%w: %w", errEngine, err)
	}
	if instance == nil || err != nil {
		return err
	}
	kill := sync.OnceFunc(func() { _ = instance.Kill() })
	defer kill()
	defer context.AfterFunc(ctx, kill)()

	d, err := open(instance, pdf)
	if err == nil {
		err = use(d)
	}
	if ctx.Err() != nil {
		return interrupted(ctx)
	}
	return unread(err)
}

func (e *engine) close() error {
	var errs []error
	if e.pool != nil {
		errs = append(errs, e.pool.Close())
	}
	if e.cache != nil {
		errs = append(errs, e.cache.Close(context.Background()))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("free the renderer: %w", err)
	}
	return nil
}
