package preview

import (
	"bytes"
	"encoding/binary"
	"image"
)

// Where a photo says how the camera was held: an APP1 segment with "Exif" holds a TIFF whose first directory has
// the entry 0x112.
const (
	jpegApp1    = 0xe1
	jpegScan    = 0xda
	orientation = 0x112
	entrySize   = 12
)

// held reads from a JPEG how its pixels lie, as Exif numbers it: 1 is upright. Whatever is odd about it is 1 too.
func held(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff && data[at+1] != jpegScan; {
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) {
			return 1
		}
		if tiff, ok := bytes.CutPrefix(data[at+4:max(end, at+4)], []byte("Exif\x00\x00")); ok && data[at+1] == jpegApp1 {
			return heldIn(tiff)
		}
		at = end
	}
	return 1
}

func heldIn(tiff []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < entrySize {
			break
		}
		if order.Uint16(entries) == orientation {
			if n := int(order.Uint16(entries[8:])); n >= 1 && n <= 8 {
				return n
			}
			break
		}
		entries = entries[entrySize:]
	}
	return 1
}

// lying says whether a picture so held is wide where it is shown high.
func lying(held int) bool { return held > 4 }

// upright turns and mirrors a picture so held.
func upright(img *image.RGBA, held int) *image.RGBA {
	if held == 1 {
		return img
	}
	from := img.Rect.Size()
	w, h := from.X, from.Y
	if lying(held) {
		w, h = h, w
	}
	turned := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p := source(held, x, y, from)
			copy(turned.Pix[turned.PixOffset(x, y):][:4], img.Pix[img.PixOffset(p.X, p.Y):])
		}
	}
	return turned
}

// source finds the pixel of a picture of this size that is shown at x, y.
func source(held, x, y int, size image.Point) image.Point {
	right, low := size.X-1, size.Y-1
	switch held {
	case 2:
		return image.Pt(right-x, y)
	case 3:
		return image.Pt(right-x, low-y)
	case 4:
		return image.Pt(x, low-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, low-x)
	case 7:
		return image.Pt(right-y, low-x)
	case 8:
		return image.Pt(right-y, x)
	}
	return image.Pt(x, y)
}
