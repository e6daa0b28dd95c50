extension Pinyin {
  /// Family names read otherwise than the commonest reading of their characters; `/` divides equals, `'` characters.
  ///
  /// Checked by hand. The other readings stay known behind these.
  static let surnameReadings = """
    单shan 曾zeng 解xie 仇qiu 查zha 区ou 翟zhai/di 朴piao 缪miao 覃qin/tan 盖ge/gai 乐yue/le 任ren 华hua 宁ning 员yun 洗xian \
    冼xian 折she 种chong 秘bi 逄pang 晁chao 谌chen/shen 隗wei/kui 佴nai 召shao 重chong 祭zhai 繁po 薄bo 阚kan 燕yan \
    应ying 车che 牟mu/mou 都du 那na 哈ha 訾zi 於yu 冯feng 沈shen 葛ge 纪ji 柏bai 瞿qu 句gou 占zhan 卜bu 臧zang \
    藏zang 强qiang 令ling 尉wei/yu 俞yu 舍she 幺yao 迮ze 乜nie 能nai 撒sa 郗xi/chi 郇xun/huan 过guo 盛sheng 石shi 肖xiao \
    芮rui 贲ben 隽juan 台tai 宓mi/fu 幸xing 干gan 炅gui 曲qu 艾ai 吾wu 陆lu 谷gu 费fei/bi 适kuo 莘shen/xin 祝zhu 戚qi \
    沃wo 鲜xian 佘she 阙que 戴dai 郝hao 洪hong 汤tang 褚chu 樊fan 万wan 长chang 行xing 贾jia 万俟mo'qi 尉迟yu'chi \
    长孙zhang'sun 单于chan'yu 澹台tan'tai 令狐ling'hu 皇甫huang'fu 鲜于xian'yu 宇文yu'wen 呼延hu'yan 诸葛zhu'ge \
    夏侯xia'hou 赫连he'lian 濮阳pu'yang 公冶gong'ye 太叔tai'shu 申屠shen'tu 钟离zhong'li 慕容mu'rong 司徒si'tu 司空si'kong \
    亓官qi'guan 司寇si'kou 仉督zhang'du 子车zi'ju 颛孙zhuan'sun 端木duan'mu 巫马wu'ma 公西gong'xi 漆雕qi'diao 乐正yue'zheng \
    壤驷rang'si 公良gong'liang 拓跋tuo'ba 夹谷jia'gu 宰父zai'fu 谷梁gu'liang 百里bai'li 东郭dong'guo 南门nan'men 呼延hu'yan \
    羊舌yang'she 微生wei'sheng 梁丘liang'qiu 左丘zuo'qiu 东门dong'men 西门xi'men 南宫nan'gong 独孤du'gu 欧阳ou'yang \
    上官shang'guan 司马si'ma 东方dong'fang 公孙gong'sun 轩辕xuan'yuan 闻人wen'ren 宗政zong'zheng 淳于chun'yu 太史tai'shi 闾丘lv'qiu
    """
}
