import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { antdRules, importedParts } from './antd-styles.ts'
import { antdTheme } from './antd-theme.ts'

const imported = importedParts(join(import.meta.dirname, '..'))

describe('the file with the rules of antd', () => {
  test('has those of what pages import, and of what that draws', () => {
    expect(imported).toEqual(expect.arrayContaining(['App', 'DatePicker', 'Drawer', 'Modal', 'Select', 'Table']))
    const rules = antdRules(imported)
    for (const name of [
      'empty',
      'message',
      'modal-confirm',
      'modal-css-var',
      'notification',
      'pagination',
      'tag-blue',
      'wave',
    ])
      expect(rules).toContain(`.ant-${name}`)
    expect(rules).not.toContain('.ant-transfer')
  })

  test('puts what a part is made of before it', () => {
    const rules = antdRules(imported)
    for (const [inner, outer] of [
      ['popover', 'popconfirm'],
      ['steps', 'timeline'],
    ])
      expect(rules.indexOf(`.ant-${inner}{`)).toBeLessThan(rules.indexOf(`.ant-${outer}{`))
  })

  test('is the same for every reader', () => {
    const of = (reader: Parameters<typeof antdTheme>[0]) => antdRules(imported, antdTheme(reader))
    const light = of({ appearance: 'light', still: false, narrow: false })
    expect(of({ appearance: 'dark', still: true, narrow: true }) === light).toBe(true)
    expect(of({ appearance: 'dark', still: false, narrow: false }) === light).toBe(true)
  })

  test('is not made when a part draws less than it can', () => {
    expect(() => antdRules(['Cascader'])).toThrow('Cascader-Panel')
  })
})
