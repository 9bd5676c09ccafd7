/**
 * Provinces with their share of the population in millions (Seventh National Census, 2020, Communiqué no. 3) and the
 * cities where the shop's parcels go. `freightYuan` is what a first kilogram costs from a warehouse near Hangzhou.
 */
export type Place = { province: string; millions: number; freightYuan: number; cities: readonly string[] }

const NEAR = 3.2
const MIDDLE = 4
const FAR = 5.5
const REMOTE = 12

const place = (province: string, millions: number, freightYuan: number, cities: string): Place => ({
  province,
  millions,
  freightYuan,
  cities: cities.split(' '),
})

export const PLACES: readonly Place[] = [
  place('广东', 126, MIDDLE, '广州 深圳 佛山 东莞 惠州'),
  place('山东', 101.5, MIDDLE, '济南 青岛 烟台 潍坊 临沂'),
  place('河南', 99.4, MIDDLE, '郑州 洛阳 南阳 新乡'),
  place('江苏', 84.7, NEAR, '南京 苏州 无锡 常州 南通'),
  place('四川', 83.7, FAR, '成都 绵阳 德阳 南充'),
  place('河北', 74.6, MIDDLE, '石家庄 保定 唐山 邯郸'),
  place('湖南', 66.4, MIDDLE, '长沙 株洲 衡阳 岳阳'),
  place('浙江', 64.6, NEAR, '杭州 宁波 温州 金华 嘉兴'),
  place('安徽', 61, NEAR, '合肥 芜湖 阜阳 安庆'),
  place('湖北', 57.8, MIDDLE, '武汉 宜昌 襄阳 荆州'),
  place('广西', 50.1, FAR, '南宁 柳州 桂林'),
  place('云南', 47.2, FAR, '昆明 曲靖 大理'),
  place('江西', 45.2, NEAR, '南昌 赣州 九江 上饶'),
  place('辽宁', 42.6, FAR, '沈阳 大连 鞍山'),
  place('福建', 41.5, MIDDLE, '福州 厦门 泉州'),
  place('陕西', 39.5, FAR, '西安 咸阳 宝鸡'),
  place('贵州', 38.6, FAR, '贵阳 遵义 毕节'),
  place('山西', 34.9, MIDDLE, '太原 大同 运城'),
  place('重庆', 32.1, FAR, '重庆'),
  place('黑龙江', 31.9, FAR, '哈尔滨 大庆 齐齐哈尔'),
  place('新疆', 25.9, REMOTE, '乌鲁木齐 喀什 伊犁'),
  place('甘肃', 25, FAR, '兰州 天水'),
  place('上海', 24.9, NEAR, '上海'),
  place('吉林', 24.1, FAR, '长春 吉林'),
  place('内蒙古', 24, FAR, '呼和浩特 包头 赤峰'),
  place('北京', 21.9, MIDDLE, '北京'),
  place('天津', 13.9, MIDDLE, '天津'),
  place('海南', 10.1, FAR, '海口 三亚'),
  place('宁夏', 7.2, FAR, '银川'),
  place('青海', 5.9, FAR, '西宁'),
  place('西藏', 3.6, REMOTE, '拉萨'),
]
