import { defineResource } from '../admin/resources/define-resource.ts'
import { moneyField, type TextRule, textField } from '../admin/resources/resource-fields.ts'
import { mirrorItems } from './mirror-items.ts'

/** A spreadsheet that took the id for a number has lost its last digits for good; nobody can guess them. */
const KEEPS_ALL_DIGITS: TextRule = {
  holds: (id) => !/^\d(\.\d+)?E\+?\d+$/i.test(id),
  zh: '被表格软件改成了科学计数，末位已丢失；请把该列设为文本后重新导出',
  en: 'was turned into a rounded number by a spreadsheet; set the column to text and export again',
}

/** The product master: what a listing is, costs and belongs to. Metrics read its copy in the fact table `items`. */
export const PRODUCTS = defineResource({
  id: 'products',
  nameZh: '商品',
  nameEn: 'Products',
  area: 'products',
  fields: {
    itemId: textField({
      nameZh: '商品 ID',
      nameEn: 'Item ID',
      required: true,
      max: 64,
      rule: KEEPS_ALL_DIGITS,
      headers: ['宝贝ID', '商品id', '宝贝id', 'item_id', '商品编码'],
      helpZh: '与订单、生意参谋里的商品 ID 一致；19 位数字请保留为文本',
      helpEn: 'As in orders and reports; keep 19-digit ids as text',
    }),
    title: textField({
      nameZh: '商品名称',
      nameEn: 'Title',
      required: true,
      headers: ['宝贝标题', '标题', '商品标题'],
    }),
    category: textField({ nameZh: '类目', nameEn: 'Category', max: 100, headers: ['商品类目', '一级类目', '分类'] }),
    brand: textField({ nameZh: '品牌', nameEn: 'Brand', max: 100 }),
    listCents: moneyField({ nameZh: '一口价', nameEn: 'List price', headers: ['价格', '吊牌价', '宝贝价格', 'price'] }),
    floorCents: moneyField({
      nameZh: '最低售价',
      nameEn: 'Price floor',
      headers: ['底价', '最低价', 'floor'],
      helpZh: '任何优惠叠加后都不会低于它；留空表示不设',
      helpEn: 'No stack of discounts goes below it; empty means none',
    }),
    costCents: moneyField({
      nameZh: '成本价',
      nameEn: 'Unit cost',
      headers: ['成本', '采购价', 'cost'],
      permission: 'profit:read',
      helpZh: '利润类指标用它；没有成本的商品不计利润',
      helpEn: 'Profit metrics use it; goods without a cost have no profit',
    }),
  },
  keyFields: ['itemId'],
  states: [
    { id: 'onSale', nameZh: '在售', nameEn: 'On sale', next: ['offShelf'] },
    { id: 'offShelf', nameZh: '下架', nameEn: 'Off shelf', next: ['onSale'] },
  ],
  permissions: { read: 'store:read', write: 'products:write' },
  approval: {
    id: 'product-price',
    nameZh: '商品价格与成本',
    nameEn: 'Product price and cost',
    fields: ['listCents', 'floorCents', 'costCents'],
    approve: 'money:approve',
  },
  mirror: mirrorItems,
})
