import { atText } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { misnamedTools } from '../../tool-names.ts'

/** Old names of tools (X16). */
export const toolOutdated = defineRule({
  id: 'tool-outdated',
  level: 'warning',
  rows: ['X16', 'P16.09'],
  find: (view) =>
    misnamedTools(view)
      .filter(({ mapping }) => mapping.reason === 'retired')
      .map(({ mapping, endedDay, text, times }) =>
        atText(text, { tool: mapping.from, endedDay, successor: mapping.to, times }),
      ),
  messageZh: (f) => `“${f.tool}”已于 ${f.endedDay} 停用或改名（计划中 ${f.times} 处）`,
  messageEn: (f) => `"${f.tool}" ended or was renamed on ${f.endedDay} (${f.times} mention(s))`,
  suggestionZh: (f) => (f.successor ? `改用“${f.successor}”` : '在工具目录中选择现有工具'),
  suggestionEn: (f) => (f.successor ? `Use "${f.successor}"` : 'Choose a tool of the catalogue'),
})
