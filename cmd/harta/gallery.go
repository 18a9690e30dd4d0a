package main

import (
	"bufio"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/gui"
	"harta/internal/gui/look"
)

// gallery is what the command that draws the window is told.
type gallery struct {
	out, size, theme, scale, only string
}

// galleryDay is the day of the pictures, unless the clock is set to another one.
const galleryDay = "2026-11-23"

// gallerySeed makes the same office for all pictures.
const gallerySeed = 1

// galleryPassword opens the demo office of the pictures, which is gone when they are drawn.
const galleryPassword = "pictures-of-the-demo-office"

// pictured is the desk of the pictures: they show the same data folder wherever they are drawn.
type pictured struct{ *desk.Desk }

// Dir is the data folder.
func (pictured) Dir() string { return `D:\Харта\данни` }

func newGalleryCommand(a *app) *cobra.Command {
	g := gallery{out: filepath.Join("out", "gallery"), size: "1366x768", theme: "light", scale: "1"}
	cmd := a.command("gallery", exactly(0), func([]string) error { return a.gallery(g) })
	o := a.options(cmd)
	o.text(&g.out, "out", "gallery.out")
	o.text(&g.size, "size", "gallery.size")
	o.oneOf(&g.theme, "theme", "gallery.theme", look.Themes())
	o.text(&g.scale, "scale", "gallery.scale")
	o.text(&g.only, "only", "gallery.only")
	return cmd
}

// gallery draws every screen and state with the data of a demo office that lives for the pictures only.
func (a *app) gallery(g gallery) (err error) {
	var width, height int
	if n, err := fmt.Sscanf(g.size, "%dx%d", &width, &height); n != 2 || err != nil || width < 640 || height < 400 {
		return &usageError{key: "console.usage.size", args: []any{"value", g.size}}
	}
	scale, err := strconv.ParseFloat(g.scale, 32)
	if err != nil || scale < 1 || scale > 1.75 {
		return &usageError{key: "console.usage.scale", args: []any{"value", g.scale}}
	}
	if err := os.MkdirAll(g.out, 0o700); err != nil {
		return desk.About(g.out, err)
	}
	dir, err := os.MkdirTemp("", "harta-gallery-")
	if err != nil {
		return fmt.Errorf("make a folder for the demo office: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	d, err := a.galleryDesk(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	pictures := 0
	painter := gui.Gallery{
		Options: gui.Options{Program: pictured{d}, Say: d.Screen, Now: d.Now},
		SignIn:  func(login string) error { return d.Enter(login, galleryPassword) },
		Size:    fyne.NewSize(float32(width), float32(height)), Scale: float32(scale), Variant: look.VariantOf(g.theme),
		Only: g.only,
	}
	if err := painter.Render(func(name string, picture image.Image) error {
		pictures++
		return writePicture(filepath.Join(g.out, name+".png"), picture)
	}); err != nil {
		return err
	}
	return a.done("console.gallery.done", "n", pictures, "dir", g.out)
}

// galleryDesk founds the demo office of the pictures. Nothing is shown in a viewer.
func (a *app) galleryDesk(dir string) (*desk.Desk, error) {
	o := a.bring
	o.Data, o.StateDir, o.Progress = filepath.Join(dir, "data"), filepath.Join(dir, "state"), nil
	o.View = func(string) error { return nil }
	if a.env(desk.EnvNow) == "" {
		day, err := parseDay(galleryDay)
		if err != nil {
			return nil, err
		}
		at := desk.WorkingHour(day).Add(42 * time.Minute)
		o.Practice, o.Now = true, func() time.Time { return at }
	}
	d, err := desk.New(o)
	if err != nil {
		return nil, err
	}
	return d, d.FoundDemo(galleryPassword, gallerySeed)
}

func writePicture(path string, picture image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return desk.About(path, err)
	}
	w := bufio.NewWriter(f)
	err = errors.Join(png.Encode(w, picture), w.Flush(), f.Close())
	return desk.About(path, err)
}
