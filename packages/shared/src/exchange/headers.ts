/** What the headers of other people's tables mean, in English and Chinese; the first is the most usual. */
export const headersOfFacts = {
  name: "name 名称 项目名称 项目 产品 产品名称 产品名 公司 公司名称 公司名 企业 企业名称 company companyname startup product productname project title app 标题 名字",
  website:
    "website 网址 官网 网站 链接 url link homepage site web domain 官方网站 主页 地址 websiteurl",
  thesis:
    "thesis 一句话 一句话介绍 一句话简介 tagline oneliner pitch summary shortdescription slogan 定位 亮点",
  description:
    "description 描述 简介 介绍 项目介绍 产品介绍 公司介绍 详细介绍 about details overview longdescription 说明",
  problem: "problem 痛点 问题 解决的问题 painpoint pain",
  kind: "kind",
  interface: "interface 交互 交互方式 界面 形态",
  vertical: "vertical 行业 赛道 领域 industry sector 垂直领域 细分领域",
  market: "market 市场 目标市场",
  buyer: "buyer 买方 客户 目标客户 用户 目标用户 customer customers audience",
  tags: "tags 标签 tag labels keywords 关键词",
  source: "source 来源 渠道 referredby 推荐人 线索来源",
  partners: "partners 合作伙伴 付费客户 designpartners",
  pathTo90: "pathto90",
  qualityNow: "qualitynow 当前质量",
  overlookedInsight: "overlookedinsight insight 洞察 被忽视的洞察",
  positioning: "positioning",
  deployment: "deployment 部署 部署方式",
  modelStrategy: "modelstrategy 模型策略",
  moats: "moats 护城河 壁垒",
  regulatedBuyer: "regulatedbuyer",
  thinWrapper: "thinwrapper 套壳",
  confidential: "confidential 保密",
  notes: "notes 备注 note comment comments remark remarks 评论",
  owner: "owner 负责人 跟进人 assignee",
} as const satisfies Record<string, string>;

export type FactTarget = keyof typeof headersOfFacts;
export const factTargets = Object.keys(headersOfFacts) as FactTarget[];

/** A header without case, spaces and signs: what remembered answers go by. */
export const normaliseHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
