import { expect, test } from 'vitest'
import { tooltipHtml } from './tooltip.ts'

test('a product title never becomes markup in a tooltip', () => {
  const html = tooltipHtml('<b>D0</b>', [
    { label: '<img src=x onerror=alert(1)>', value: '¥1 & ¥2', colour: '"><script>' },
  ])
  expect(html).not.toMatch(/<img|<script|<b>/)
  expect(html).toContain('¥1 &amp; ¥2')
})
