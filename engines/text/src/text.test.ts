import { describe, expect, test } from 'vitest'
import {
  detectMojibake,
  encodeGbk,
  foldWidth,
  isSameText,
  repairMojibake,
  segment,
  spellingsOf,
  toSimplified,
} from './index.ts'

describe('[P16.13] variant spellings match', () => {
  test.each([
    ['full width', 'ＳＫＵ　ＩＤ', 'SKU ID'],
    ['case', 'Customer ID', 'customer_id'],
    ['traditional', '訂單編號', '订单编号'],
    ['spaces', '收货地址 ', '收货地址'],
    ['brackets', '花费（元）', '花费(元)'],
    ['byte-order mark', '\ufeffupdate_time', 'update_time'],
    ['brand', 'ＮＩＫＥ 運動鞋', 'nike运动鞋'],
  ])('%s: "%s" is "%s"', (_, a, b) => {
    expect(isSameText(a, b)).toBe(true)
  })
  test.each([
    ['銀卡', ['銀卡', '银卡']],
    ['银卡', ['银卡', '銀卡']],
    ['ＶＩＰ', ['VIP']],
    ['  金卡 ', ['金卡']],
  ])('%s is looked for as %j', (text, spellings) => {
    expect(spellingsOf(text)).toEqual(spellings)
  })
  test('different words stay different', () => {
    expect(isSameText('支付金额', '支付件数')).toBe(false)
  })
})

describe('mojibake', () => {
  const good = ['订单编号', '买家实际支付金额', '收货地址', '交易成功', '宝贝标题，数量']
  test.each(good)('UTF-8 read as Latin-1 and saved again is put right: %s', (text) => {
    const spoilt = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
    expect(detectMojibake(spoilt)).toBe('utf8_read_as_latin1')
    expect(repairMojibake(spoilt, 'utf8_read_as_latin1')).toBe(text)
  })
  test('UTF-8 read as GBK is put right where no byte was lost', () => {
    const spoilt = new TextDecoder('gbk').decode(new TextEncoder().encode('订单编号'))
    expect(detectMojibake(spoilt)).toBe('utf8_read_as_gbk')
    expect(repairMojibake(spoilt, 'utf8_read_as_gbk')).toBe('订单编号')
  })
  test('GBK read as Latin-1 is put right', () => {
    const bytes = encodeGbk('订单编号')
    const spoilt = new TextDecoder('windows-1252').decode(bytes ?? new Uint8Array())
    expect(repairMojibake(spoilt, 'gbk_read_as_latin1')).toBe('订单编号')
  })
  test.each([...good, 'Invoice', 'café', '价格'])('good text is left alone: %s', (text) => {
    expect(detectMojibake(text)).toBeNull()
  })
})

test('GBK bytes are those of the platform decoder, and what GBK cannot write is told', () => {
  expect(new TextDecoder('gbk').decode(encodeGbk('双11，￥99') ?? new Uint8Array())).toBe('双11，￥99')
  expect(encodeGbk('😀')).toBeNull()
})

test('words come out folded and without punctuation', () => {
  expect(segment('天貓雙11預售，好評！')).toEqual(['天猫', '双', '11', '预售', '好评'])
  expect(toSimplified('頭髮與發送')).toBe('头发与发送')
  expect(foldWidth('１２，３')).toBe('12,3')
})
