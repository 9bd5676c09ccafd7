import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVENT_PACKS, MECHANICS, PRESETS } from '../../src/index.ts'

const page = readFileSync(new URL('../../../../docs/promotion-kinds.md', import.meta.url), 'utf8')

describe('the page of kinds', () => {
  it('names every mechanic, preset and channel event', () => {
    expect(
      MECHANICS.filter((m) => !page.includes(`| \`${m.mechanic}\` | ${m.zh} | ${m.en} |`)).map((m) => m.mechanic),
    ).toEqual([])
    expect(PRESETS.filter((p) => !page.includes(`| ${p.zh} | ${p.en} | ${p.lineZh} |`)).map((p) => p.preset)).toEqual(
      [],
    )
    expect(EVENT_PACKS.filter((pack) => !page.includes(`| ${pack.zh} |`))).toEqual([])
  })
})
