import sharp from 'sharp'

/** A picture with enough detail to give every format work to do; the same each time. */
export function picture(width: number, height: number) {
  const bytes = Buffer.alloc(width * height * 3)
  for (let i = 0; i < bytes.length; i++) bytes[i] = ((i * 7) ^ (i >> 5)) & 255
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}

/** 51° 30′ N, 0° 7′ W, as a phone writes it, and a photographer's name. */
export const WHERE = {
  IFD0: { Copyright: 'secret-photographer', ImageDescription: 'secret-description' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 0/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 0/1',
  },
}

/** The same JPEG with another size in its header. */
export function claimJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg)
  // Segments follow each other; the start-of-frame segment (SOF0 to SOF2) holds the size.
  let at = 2
  while ((lying[at + 1] ?? 0) < 0xc0 || (lying[at + 1] ?? 0) > 0xc2) {
    at += 2 + lying.readUInt16BE(at + 2)
  }
  lying.writeUInt16BE(height, at + 5)
  lying.writeUInt16BE(width, at + 7)
  return lying
}

/** The same lossy WebP with another size in its header. */
export function claimWebpSize(webp: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(webp)
  lying.writeUInt16LE(width, 26)
  lying.writeUInt16LE(height, 28)
  return lying
}

const CRC = (() => {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  return (bytes: Uint8Array) => {
    let c = 0xffffffff
    for (const byte of bytes) c = (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
})()

/** The same PNG with another size in its header, and the header's checksum corrected. */
export function claimSize(png: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(png)
  lying.writeUInt32BE(width, 16)
  lying.writeUInt32BE(height, 20)
  lying.writeUInt32BE(CRC(lying.subarray(12, 29)), 29)
  return lying
}
