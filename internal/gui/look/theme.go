// Package look is how the program looks: the design tokens as a Fyne theme, and the small widgets that every screen
// is put together from. Sizes are Fyne units at 100 %.
//
// It knows colours, faces, grids, keys and the pointer. It refuses to know cases, letters, roles and where words come
// from: whoever builds a widget brings its words.
package look

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours of our own beside those of Fyne; they name a use, never a hue.
const (
	InkSecond   fyne.ThemeColorName = "inkSecond" // second line, labels
	InkAccent   fyne.ThemeColorName = "inkAccent" // links, accent text and icons
	InkSoon     fyne.ThemeColorName = "inkSoon"
	InkInfo     fyne.ThemeColorName = "inkInfo"
	InkState    fyne.ThemeColorName = "inkState" // state of the work
	RowRule     fyne.ThemeColorName = "rowRule"  // between rows
	DayOff      fyne.ThemeColorName = "dayOff"
	SoftOver    fyne.ThemeColorName = "softOver"
	SoftToday   fyne.ThemeColorName = "softToday"
	SoftSoon    fyne.ThemeColorName = "softSoon"
	SoftOK      fyne.ThemeColorName = "softOK"
	SoftInfo    fyne.ThemeColorName = "softInfo"
	SoftNeutral fyne.ThemeColorName = "softNeutral"
	FillOver    fyne.ThemeColorName = "fillOver" // bars
	FillToday   fyne.ThemeColorName = "fillToday"
	FillSoon    fyne.ThemeColorName = "fillSoon"
	FillOK      fyne.ThemeColorName = "fillOK"
	Paper       fyne.ThemeColorName = "paper"     // of a letter
	PaperVeil   fyne.ThemeColorName = "paperVeil" // over the picture of a page, whose paper is white
	Shade       fyne.ThemeColorName = "shade"     // behind the palette
)

// Short names for Fyne's own colours, so that screens read like the token table.
const (
	Ground   = theme.ColorNameBackground
	Surface  = theme.ColorNameInputBackground
	Band     = theme.ColorNameHeaderBackground
	Rule     = theme.ColorNameSeparator
	Border   = theme.ColorNameInputBorder
	Ink      = theme.ColorNameForeground
	InkHint  = theme.ColorNamePlaceHolder
	InkOff   = theme.ColorNameDisabled
	Off      = theme.ColorNameDisabledButton
	Accent   = theme.ColorNamePrimary
	OnAccent = theme.ColorNameForegroundOnPrimary
	Chosen   = theme.ColorNameSelection
	Hover    = theme.ColorNameHover
	InkOver  = theme.ColorNameError
	InkToday = theme.ColorNameWarning
	InkOK    = theme.ColorNameSuccess
)

// None paints nothing.
const None fyne.ThemeColorName = ""

// Variant is the person's choice of theme; the system's variant is ignored on purpose.
type Variant int

// Variants of the theme.
const (
	Light Variant = iota
	Dark
	Contrast
)

// tokens holds 0xRRGGBB by Variant.
var tokens = map[fyne.ThemeColorName][3]uint32{
	Ground:                             {0xF3F5F5, 0x151A1B, 0xFFFFFF},
	Surface:                            {0xFFFFFF, 0x1D2425, 0xFFFFFF},
	theme.ColorNameButton:              {0xFFFFFF, 0x1D2425, 0xFFFFFF},
	theme.ColorNameMenuBackground:      {0xFFFFFF, 0x1D2425, 0xFFFFFF},
	theme.ColorNameOverlayBackground:   {0xFFFFFF, 0x1D2425, 0xFFFFFF},
	Band:                               {0xE8ECEC, 0x252E2F, 0xFFFFFF},
	Hover:                              {0xEEF2F2, 0x2A3435, 0xEAF4F3},
	Rule:                               {0xD3DADA, 0x364142, 0x000000},
	theme.ColorNameScrollBar:           {0xD3DADA, 0x4A5758, 0x000000},
	Border:                             {0x748282, 0x7D8C8D, 0x000000},
	Ink:                                {0x1A2323, 0xE7EDED, 0x000000},
	InkHint:                            {0x5D6A6A, 0x9FACAC, 0x1F1F1F},
	InkOff:                             {0x566363, 0x9FACAC, 0x333333},
	Off:                                {0xE3E8E8, 0x2B3536, 0xFFFFFF},
	Accent:                             {0x0B5F63, 0x5CC3BE, 0x003E42},
	theme.ColorNameFocus:               {0xD9ECEB, 0x1C4142, 0xD5F0EE}, // under the words of a menu, in Ink: only the toolkit's own menus have it
	OnAccent:                           {0xFFFFFF, 0x06292A, 0xFFFFFF},
	theme.ColorNameHyperlink:           {0x0B5F63, 0x7AD3CE, 0x003E42},
	Chosen:                             {0xD9ECEB, 0x1C4142, 0xD5F0EE},
	InkOver:                            {0xB3261E, 0xFF9F96, 0x8C0009},
	InkToday:                           {0x9A4300, 0xFFB27A, 0x7A2E00},
	InkOK:                              {0x1D6934, 0x88D49C, 0x00471B},
	InkSecond:                          {0x485656, 0xB4C0C0, 0x000000},
	InkState:                           {0x485656, 0xB4C0C0, 0x000000},
	InkAccent:                          {0x0B5F63, 0x7AD3CE, 0x003E42},
	InkSoon:                            {0x755600, 0xEACB66, 0x574000},
	InkInfo:                            {0x32587A, 0x9FC6E8, 0x0A3357},
	RowRule:                            {0xE6EBEB, 0x2F3A3B, 0x767676},
	DayOff:                             {0xEDF0F0, 0x283132, 0xE2E2E2},
	SoftOver:                           {0xFBE7E4, 0x432422, 0xFFFFFF},
	SoftToday:                          {0xFDEBDA, 0x41301F, 0xFFFFFF},
	SoftSoon:                           {0xFAF0C8, 0x393319, 0xFFFFFF},
	SoftOK:                             {0xE2F1E5, 0x1E3A28, 0xFFFFFF},
	SoftInfo:                           {0xE4EDF4, 0x22333F, 0xFFFFFF},
	SoftNeutral:                        {0xE8ECEC, 0x2B3536, 0xFFFFFF},
	FillOver:                           {0xC4382D, 0xE5766C, 0x8C0009},
	FillToday:                          {0xC4611C, 0xDE8E4E, 0x7A2E00},
	FillSoon:                           {0xB58708, 0xC9A73D, 0x574000},
	FillOK:                             {0x3D8B58, 0x5FB079, 0x00471B},
	Paper:                              {0xFFFFFF, 0xF4F5F3, 0xFFFFFF},
	theme.ColorNameForegroundOnError:   {0xFFFFFF, 0x151A1B, 0xFFFFFF},
	theme.ColorNameForegroundOnSuccess: {0xFFFFFF, 0x151A1B, 0xFFFFFF},
	theme.ColorNameForegroundOnWarning: {0xFFFFFF, 0x151A1B, 0xFFFFFF},
}

// shade is black-green at 42 %, in every variant.
var shade = color.NRGBA{R: 20, G: 30, B: 30, A: 107}

// paperVeil makes the white of a picture the Paper of the dark theme, and leaves its ink.
var paperVeil = color.NRGBA{R: 21, G: 42, B: 0, A: 12}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            13,
	theme.SizeNameCaptionText:     12,
	theme.SizeNameSubHeadingText:  15,
	theme.SizeNameHeadingText:     18,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    5, // text 18 + 2×5 = 28, the height of every control
	theme.SizeNameInlineIcon:      18,
	theme.SizeNameInputBorder:     1, // the width of the caret, see Entry.CreateRenderer
	theme.SizeNameInputRadius:     4,
	theme.SizeNameButtonRadius:    4,
	theme.SizeNameSelectionRadius: 0, // rows touch, so their grounds are square
	theme.SizeNameCardRadius:      6,
	theme.SizeNameDialogRadius:    6,
	theme.SizeNamePopupRadius:     4,
	theme.SizeNameMenuRadius:      4,
	theme.SizeNameModalBlurRadius: 0,
	theme.SizeNameScrollBar:       10,
	theme.SizeNameScrollBarSmall:  5,
	theme.SizeNameScrollBarRadius: 3,
}

var _ fyne.Theme = Theme{}

// Theme draws the application in one Variant. Nothing is drawn in a theme of its own: for every container.ThemeOverride
// Fyne reads the fonts anew, four megabytes at a time, never to forget them, and forgets how wide all words are.
type Theme struct{ Variant Variant }

// Color returns the token of that name. Nothing here casts a shadow.
func (t Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if hex, ok := tokens[name]; ok {
		return rgb(hex[t.Variant])
	}
	switch name {
	case Shade:
		return shade
	case PaperVeil:
		return paperVeil
	case theme.ColorNameShadow, theme.ColorNameScrollBarBackground:
		return color.Transparent
	}
	base := theme.VariantLight
	if t.Variant == Dark {
		base = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, base)
}

// Font is Noto Sans, regular or bold; italics are not used.
func (Theme) Font(style fyne.TextStyle) fyne.Resource {
	style.Italic = false
	return theme.DefaultTheme().Font(style)
}

// Icon returns Fyne's icon of that name.
func (Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns the token of that name, or Fyne's own size.
func (Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

func current() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// stark tells whether the contrast variant is on: its soft grounds are white, so badges, banners and cards draw a
// border instead.
func stark() bool {
	t, ok := current().(Theme)
	return ok && t.Variant == Contrast
}

// veil is what lies over the picture of a page.
func veil() fyne.ThemeColorName {
	if t, ok := current().(Theme); ok && t.Variant == Dark {
		return PaperVeil
	}
	return None
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// themeNames are the variants by the names that settings and commands use.
var themeNames = []string{"light", "dark", "contrast"}

// Themes lists the names of the variants.
func Themes() []string { return slices.Clone(themeNames) }

// VariantOf gives the variant of a name, Light for an unknown one.
func VariantOf(name string) Variant { return Variant(max(0, slices.Index(themeNames, name))) }
