import http from 'node:http'

export type Raw = { headers: string[]; body: Buffer }

/** Headers that each server adds itself. */
const HOP = new Set(['Date', 'Connection', 'Keep-Alive'])

/** The bytes as they arrive, still encoded, with their headers. */
export function fetchRaw(address: string, coding: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers: { 'accept-encoding': coding } }, async (reply) => {
        const parts: Buffer[] = []
        for await (const part of reply) parts.push(Buffer.from(part))
        if (reply.statusCode !== 200) reject(new Error(`${reply.statusCode} from ${address}`))
        const keep = (_: string, i: number) => !HOP.has(reply.rawHeaders[i - (i % 2)] ?? '')
        resolve({ headers: reply.rawHeaders.filter(keep), body: Buffer.concat(parts) })
      })
      .on('error', reject)
  })
}
