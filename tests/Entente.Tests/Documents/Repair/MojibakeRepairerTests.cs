using System.Text;
using CsCheck;
using Entente.Documents;
using Entente.Documents.Repair;
using Entente.Text;

namespace Entente.Tests.Documents.Repair;

public class MojibakeRepairerTests
{
    private static string Repaired(string text) => MojibakeRepairer.Repair(SourceText.FromString(text)).Text.Text;

    private static string Misread(string text, int codePage)
    {
        Encoding wrong = codePage == 28591 ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        string misread = wrong.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, Encoding.UTF8.GetString(wrong.GetBytes(misread)));
        return misread;
    }

    [Theory]
    [InlineData(1252)]
    [InlineData(28591)]
    [InlineData(1250)]
    [InlineData(28592)]
    [InlineData(1251)]
    [InlineData(10000)]
    [InlineData(437)]
    [InlineData(20866)]
    [InlineData(1253)]
    [InlineData(1254)]
    [InlineData(1257)]
    public void Repair_Utf8ReadInSingleByteCharset_RestoresTheText(int codePage)
    {
        const string text = "The minister said “we’ll sign” – the café’s owner agreed.";
        string misread = Misread(text, codePage);
        Assert.NotEqual(text, misread);
        Assert.Equal(text, Repaired(misread));
    }

    [Theory]
    [InlineData(1252, "Müller besucht Österreich und die Türkei")]
    [InlineData(1252, "Россия и Китай подписали соглашение")]
    [InlineData(10000, "Le président a été élu à Genève")]
    [InlineData(437, "Le président a été élu")]
    [InlineData(1251, "Россия и Китай подписали соглашение")]
    [InlineData(20866, "Россия и Китай подписали соглашение")]
    public void Repair_OtherLanguages_RestoresTheText(int codePage, string text) => Assert.Equal(text, Repaired(Misread(text, codePage)));

    [Theory]
    [InlineData(1252)]
    [InlineData(1251)]
    [InlineData(10000)]
    public void Repair_MisreadTwice_RestoresTheText(int codePage)
    {
        const string text = "The café’s owner said “yes” at once.";
        Assert.Equal(text, Repaired(Misread(Misread(text, codePage), codePage)));
    }

    [Theory]
    [InlineData("China鈥檚 envoy said 鈥渘o鈥 and left.", "China’s envoy said “no” and left.")]
    [InlineData("Both countries鈥 leaders met. It鈥檚 done.", "Both countries’ leaders met. It’s done.")]
    [InlineData("It鈥檚 late 鈥 but not too late.", "It’s late — but not too late.")]
    public void Repair_Utf8ReadAsGbkWithLostBytes_DecidesFromContextAndSaysSo(string broken, string sound)
    {
        var (text, repairs) = MojibakeRepairer.Repair(SourceText.FromString(broken));
        Assert.Equal(sound, text.Text);
        Assert.Contains(repairs, r => r.Certain);
        Assert.Contains(repairs, r => !r.Certain);
    }

    [Theory]
    [InlineData("What is Chinaâs comment on the âSouth Lakeâ ruling?", "What is China’s comment on the “South Lake” ruling?")]
    [InlineData("The Senior Officialsâ Meeting will be held in the city.", "The Senior Officials’ Meeting will be held in the city.")]
    public void Repair_Latin1WithDroppedControls_DecidesFromContext(string broken, string sound) => Assert.Equal(sound, Repaired(broken));

    [Theory]
    [InlineData("Le château d’Élysée a été visité — « très bien », a-t-il dit.")]
    [InlineData("The actor left the Théâtre du Nouveau Monde in the spring.")]
    [InlineData("Tô Lâm is re-elected as the leader of the party.")]
    [InlineData("The play is set in the âge d’or of the town.")]
    [InlineData("În câmpul românesc, până la sfârșit, NICIODATĂ™ nu.")]
    [InlineData("Não há solução. AMANHÃ… talvez.")]
    [InlineData("Cioè…” disse il ministro.")]
    [InlineData("Müller: „Schöne Grüße“ – aus Köln, 20 °C, §5, ±3 µm.")]
    [InlineData("Встреча прошла в Москве — «успешно», сказал министр.")]
    [InlineData("Указ про дії Росії та України. ВІКІ. Київ.")]
    [InlineData("Ђоковић и Вучић у Београду; љубав, њива, џеп.")]
    [InlineData("中国外交部发言人表示，两国关系“稳定发展”。")]
    [InlineData("鈥是一种化学元素；陆地、茅台、脿。")]
    [InlineData("The element holmium is written 鈥 in Chinese.")]
    [InlineData("日本と韓国の首脳が会談した。カタカナ ﾊﾝｶｸ。")]
    [InlineData("한국과 일본의 정상이 만났다.")]
    [InlineData("Η κυβέρνηση είπε «όχι»… και ο Πρωθυπουργός.")]
    [InlineData("ראש הממשלה אמר: \"כן\".")]
    [InlineData("قال الوزير إن العلاقات جيدة.")]
    [InlineData("Chủ tịch nước thăm chính thức Trung Quốc.")]
    [InlineData("Česko a Polsko: „žádný“ problém. Łódź, Gdańsk, Šafárik.")]
    [InlineData("İstanbul’da görüşme; hâlâ bekliyor, Çağrı, Şişli.")]
    [InlineData("MARQUÉ… É’s 4288×… 5×£35 ├┤a┼┐a")]
    public void Repair_SoundText_IsUntouched(string text)
    {
        var source = SourceText.FromString(text);
        var (same, repairs) = MojibakeRepairer.Repair(source);
        Assert.Same(source, same);
        Assert.Empty(repairs);
    }

    [Fact]
    public void Repair_Ascii_IsUntouched() =>
        Gen.String[Gen.Char['\0', '\u007F'], 0, 200].Sample(text => Repaired(text) == text);

    [Fact]
    public void Repair_AnyText_NeverThrowsAndMapsEveryChange()
    {
        const string pieces = "ab s,.\n鈥檚渘â€™“”ÃÂ©\u00A0Ð¸\u0080\u0099\uFFFD?中√‚Äô├⌐🙂";
        Gen<string> damaged = Gen.String[Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), 0, 40];
        damaged.Sample(text =>
        {
            var source = SourceText.FromString(text);
            var (result, repairs) = MojibakeRepairer.Repair(source);
            foreach (TextRepair r in repairs)
            {
                Assert.Equal(r.After, r.Span.Of(result.Text).ToString());
                Assert.Equal(r.Bytes, result.BytesOf(r.Span));
            }
            int back = repairs.Sum(r => r.Before.Length - r.After.Length);
            Assert.Equal(text.Length, result.Text.Length + back);
        });
    }

    [Fact]
    public void Repair_DamagedWord_MapsToItsOriginalBytes()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("Le prÃ©sident parle");
        var (decoded, map, _) = CharsetDecoder.Decode(bytes, null);
        var (text, repairs) = MojibakeRepairer.Repair(new SourceText(decoded, map));
        TextRepair repair = Assert.Single(repairs);
        Assert.Equal("Le président parle", text.Text);
        Assert.Equal("Ã©", Encoding.UTF8.GetString(bytes, (int)repair.Bytes.Start, (int)repair.Bytes.Length));
        Assert.Equal("é", repair.Span.Of(text.Text).ToString());
        ByteSpan tail = text.BytesOf(new TextSpan(text.Text.Length - 5, 5));
        Assert.Equal("parle", Encoding.UTF8.GetString(bytes, (int)tail.Start, (int)tail.Length));
    }
}
