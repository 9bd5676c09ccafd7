import { CreatePromotion } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { readJsonFile } from '../../read-json-file.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

export const addPromoNew: AddPromoCommand = (promo, run) => {
  addAsOption(promo.command('new <store> <file>'))
    .description('由 JSON 文件新建促销草稿 / a draft from a JSON file')
    .action((store: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, CreatePromotion)
        const made = await withPromotions(
          shell,
          { store, options, permission: 'plan:write' },
          async (context, api, { caller }) =>
            api.readPromotion(context, caller, await api.createPromotion(context, caller, input)),
        )
        shell.answer(made, () =>
          shell.say({ zh: `已建草稿 ${made.id}（${made.name}）`, en: `Draft ${made.id} (${made.name})` }),
        )
      }),
    )
}
