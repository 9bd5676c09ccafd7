import { channelNamed, findChannel } from '@zhanggui/budget'
import { atLine } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { lineName } from '../../words.ts'

export const channelUnknown = defineRule({
  id: 'channel-unknown',
  level: 'note',
  rows: ['P16.09', 'P4.01'],
  find: ({ plan }) =>
    plan.budget.flatMap((line) => {
      const { channel } = line
      if (channel === null || findChannel(channel) || channelNamed(channel)) return []
      return [atLine(line, 'channel', { line: lineName(line), channel })]
    }),
  messageZh: (f) => `“${f.line}”的渠道“${f.channel}”不在渠道目录里，实际花费对不上它`,
  messageEn: (f) => `The channel "${f.channel}" of "${f.line}" is not in the catalogue; actual spend will not match it`,
  suggestionZh: '选择目录中的渠道',
  suggestionEn: 'Choose a channel of the catalogue',
})
