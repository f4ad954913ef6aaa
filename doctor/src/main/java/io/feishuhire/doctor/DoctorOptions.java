package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param language in which to tell it
 * @param region which of the template's regions is meant
 * @param uses what is going to be used, and so has to be in order
 * @param help whether only the options are wanted
 */
record DoctorOptions(Language language, Region region, Set<ConnectorUse> uses, boolean help) {

    private static final List<String> WITH_VALUE = List.of("--lang", "--region", "--uses");

    /** The regions that a template has by name. */
    enum Region {
        FEISHU,
        LARK;

        BaseUrl baseUrl(FeishuClientSettings settings) {
            return switch (this) {
                case FEISHU -> settings.feishu();
                case LARK -> BaseUrl.LARK;
            };
        }
    }

    /** Arguments that cannot be used; the message holds none of them, as a secret may be among them. */
    static final class WrongArguments extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Text text;
        private final Language language;

        WrongArguments(Text text, Language language) {
            super(text.en());
            this.text = text;
            this.language = language;
        }

        Text text() {
            return text;
        }

        Language language() {
            return language;
        }
    }

    /**
     * Reads the arguments.
     *
     * @param environment for the language
     * @throws WrongArguments when one cannot be used
     */
    static DoctorOptions of(List<String> arguments, Map<String, String> environment) {
        var separated = arguments.stream().flatMap(DoctorOptions::nameAndValue).toList();
        var language = wantedLanguage(separated, Language.of(environment, Locale.getDefault()));
        var region = Region.FEISHU;
        var uses = EnumSet.noneOf(ConnectorUse.class);
        var help = false;
        var rest = separated.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--lang" -> language = language(value(option, rest, language), language);
                case "--region" -> region = region(value(option, rest, language), language);
                case "--uses" -> uses.addAll(uses(value(option, rest, language), language));
                default ->
                    throw new WrongArguments(
                            new Text(
                                    "There is an option that is not known. App ID and secret are no options: set them as"
                                            + " environment variables.",
                                    "存在无法识别的选项。App ID 和 App Secret 不能作为选项传入，请设置为环境变量。"),
                            language);
            }
        }
        return new DoctorOptions(language, region, uses.isEmpty() ? EnumSet.allOf(ConnectorUse.class) : uses, help);
    }

    /** People write {@code --lang=zh} as well as {@code --lang zh}. */
    private static Stream<String> nameAndValue(String argument) {
        return WITH_VALUE.stream().anyMatch(option -> argument.startsWith(option + "="))
                ? Stream.of(argument.split("=", 2))
                : Stream.of(argument);
    }

    /** A message about a wrong option is in the language that a later option asks for. */
    private static Language wantedLanguage(List<String> arguments, Language otherwise) {
        var at = arguments.lastIndexOf("--lang");
        var value = at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
        return value.equals("en") || value.equals("zh") ? language(value, otherwise) : otherwise;
    }

    private static String value(String option, Iterator<String> rest, Language language) {
        if (!rest.hasNext()) {
            throw new WrongArguments(Text.of("%s needs a value.", "%s 需要一个值。", option), language);
        }
        return rest.next();
    }

    private static Language language(String value, Language before) {
        return switch (value) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> throw new WrongArguments(new Text("--lang is en or zh.", "--lang 只能是 en 或 zh。"), before);
        };
    }

    private static Region region(String value, Language language) {
        return switch (value) {
            case "feishu" -> Region.FEISHU;
            case "lark" -> Region.LARK;
            default ->
                throw new WrongArguments(
                        new Text(
                                "--region is feishu or lark. Another address is set by FEISHU_HIRE_BASE_URL.",
                                "--region 只能是 feishu 或 lark。其他服务地址请通过 FEISHU_HIRE_BASE_URL 设置。"),
                        language);
        };
    }

    private static Set<ConnectorUse> uses(String list, Language language) {
        var uses = EnumSet.noneOf(ConnectorUse.class);
        for (var name : list.split(",", -1)) {
            var meant = ConnectorUse.named(name.strip());
            if (meant.isEmpty()) {
                throw new WrongArguments(
                        Text.of(
                                "--uses names something that there is not. Its names are separated by commas: %s.",
                                "--uses 中有无法识别的名称。多个名称以逗号分隔，可用：%s。", String.join(", ", ConnectorUse.connectors())),
                        language);
            }
            uses.addAll(meant);
        }
        return uses;
    }

    /** The options, to print. */
    static Text usage() {
        var keys = String.join(
                ", ", Stream.of(ConnectorUse.values()).map(ConnectorUse::key).toList());
        return Text.of("""
                Looks whether app, address, permissions and settings fit the connectors. Nothing is published or changed.

                  --lang en|zh            the language; without it, that of the machine
                  --region feishu|lark    the region of your tasks; without it, feishu
                  --uses NAME,NAME        what you use, if not everything: a connector (%s)
                                          or a part of it (%s)
                  --help                  these lines

                FEISHU_APP_ID and FEISHU_APP_SECRET, or SECRET_FEISHU_APP_ID and SECRET_FEISHU_APP_SECRET, are environment
                variables. Those of the runtime count as well, such as FEISHU_HIRE_BASE_URL.
                Exit code: 0 all is well, 1 there is something to mend, 2 the check could not begin.""", """
                检查飞书应用、服务地址、权限和设置是否满足连接器的要求。检查过程不会发布或修改任何内容。

                  --lang en|zh            语言；不填则使用系统语言
                  --region feishu|lark    任务中选择的平台；不填则为 feishu
                  --uses 名称,名称        只检查所用的部分：连接器（%s）
                                          或其中一项（%s）
                  --help                  显示本说明

                App ID 和 App Secret 通过环境变量 FEISHU_APP_ID、FEISHU_APP_SECRET 设置，也可使用 SECRET_FEISHU_APP_ID、
                SECRET_FEISHU_APP_SECRET。运行时的环境变量（如 FEISHU_HIRE_BASE_URL）同样有效。
                退出码：0 一切正常；1 有需要处理的问题；2 无法开始检查。""", String.join(", ", ConnectorUse.connectors()), keys);
    }
}
