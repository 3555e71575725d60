/** 64 bits over some texts as hexadecimal digits: two runs of FNV-1a, each mixed with MurmurHash3's last steps. */
export function hashOf(parts: readonly string[]): string {
  let low = 0x811c9dc5
  let high = 0xcbf29ce4
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i)
      low = Math.imul(low ^ unit, 0x01000193)
      high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15)
    }
    // No code unit: where a part ends counts.
    low = Math.imul(low ^ 0x10000, 0x01000193)
    high = Math.imul(high ^ 0x10000, 0x5bd1e995)
  }
  return hex(mixed(low)) + hex(mixed(high ^ low))
}

function mixed(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
