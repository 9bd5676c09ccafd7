import { atText } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { misnamedTools } from '../../tool-names.ts'

/** 京挑客 belongs to another marketplace than Tmall (X16). */
export const toolOtherPlatform = defineRule({
  id: 'tool-other-platform',
  level: 'warning',
  rows: ['X16', 'P16.09'],
  find: (view) =>
    misnamedTools(view)
      .filter(({ mapping }) => mapping.reason === 'elsewhere')
      .map(({ mapping, platform, text, times }) =>
        atText(text, { tool: mapping.from, platform, successor: mapping.to, times }),
      ),
  messageZh: (f) => `“${f.tool}”属于其他平台（${f.platform}），本店用不了`,
  messageEn: (f) => `"${f.tool}" belongs to another marketplace (${f.platform})`,
  suggestionZh: (f) => (f.successor ? `换成本平台的“${f.successor}”` : '换成本平台的对应工具，或写明在哪个平台投放'),
  suggestionEn: (f) =>
    f.successor ? `Use "${f.successor}" here` : "Use this marketplace's own tool, or say where it is run",
})
