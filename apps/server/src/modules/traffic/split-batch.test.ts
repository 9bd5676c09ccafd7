import { describe, expect, it } from 'vitest'
import { splitBatch } from './split-batch.ts'

const values = (body: string) => splitBatch(body, 100).map((e) => (e.readable ? e.value : 'unreadable'))
const [a, b] = [{ id: 'a' }, { id: 'b' }]

describe('a batch', () => {
  it.each([
    ['NDJSON', '{"id":"a"}\n{"id":"b"}', [a, b]],
    ['NDJSON with CRLF, blank lines and a last line break', '{"id":"a"}\r\n\r\n{"id":"b"}\r\n', [a, b]],
    ['NDJSON with a byte order mark', '\uFEFF{"id":"a"}\n{"id":"b"}', [a, b]],
    ['a list', '[{"id":"a"},{"id":"b"}]', [a, b]],
    ['a list over several lines', '[\n{"id":"a"},\n{"id":"b"}\n]', [a, b]],
    ['an object of events', '{"events":[{"id":"a"},{"id":"b"}]}', [a, b]],
    ['an object of events over several lines', '{\n"events": [\n{"id":"a"}\n]\n}', [a]],
    ['one event', '{"id":"a"}', [a]],
    ['nothing', ' \n ', []],
    ['a broken line among good ones', '{"id":"a"}\n{"id"\n{"id":"b"}', [a, 'unreadable', b]],
    ['a broken first line', '{"id"\n{"id":"b"}', ['unreadable', b]],
    ['lines that are no objects', 'hello\n{"id":"b"}', ['unreadable', b]],
  ])('may be %s', (_, body, expected) => {
    expect(values(body)).toEqual(expected)
  })

  it.each(['1\n2\n3', '[1,2,3]', '{"events":[1,2,3]}'])(
    'with more entries than allowed is refused as a whole: %j',
    (body) => {
      expect(splitBatch(body, 3)).toHaveLength(3)
      expect(() => splitBatch(body, 2)).toThrow(expect.objectContaining({ code: 'payload_too_large' }))
    },
  )

  it('that is one broken JSON text is refused as a whole', () => {
    expect(() => splitBatch('[{"id":"a"},', 100)).toThrow(expect.objectContaining({ code: 'invalid_json' }))
  })
})
