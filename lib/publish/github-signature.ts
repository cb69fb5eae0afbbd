import { createHmac } from 'node:crypto'
import { isSame } from '@/lib/http/keyed-hash'

/**
 * Whether GitHub, or anyone else with the secret, signed exactly these bytes:
 * https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function isSigned(secret: string, body: Uint8Array, signature: string | undefined): boolean {
  return signature !== undefined && isSame(signatureOf(secret, body), signature)
}

/** The value of X-Hub-Signature-256. */
export function signatureOf(secret: string, body: Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
