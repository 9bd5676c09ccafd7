import { expect, test } from 'vitest'
import { splitIdentifiers } from './split-identifiers.ts'

test.each([
  ['one a line', 'tb_li\n13800000000', ['tb_li', '13800000000']],
  ['blank lines and spaces around say nothing', '  tb_li \n\n', ['tb_li']],
  ['the same twice is one', 'a\na', ['a']],
  ['a nick may hold spaces and commas', 'Li, Lei', ['Li, Lei']],
  ['nothing is nobody', ' \n ', []],
])('%s', (_rule, text, identifiers) => {
  expect(splitIdentifiers(text)).toEqual(identifiers)
})
