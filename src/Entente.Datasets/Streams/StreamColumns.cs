namespace Entente.Datasets.Streams;

/// <summary>Where the columns of a file are, by their published names without case, blanks and marks.</summary>
internal sealed class StreamColumns
{
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

    public StreamColumns(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            _at.TryAdd(Plain(name), Count);
            Count++;
        }
    }

    public int Count { get; }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (!_at.ContainsKey(name)) return false;
        return true;
    }

    /// <summary>The place of the first of these names that the file has; −1 when it has none.</summary>
    public int Of(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (_at.TryGetValue(name, out int at)) return at;
        return -1;
    }

    /// <summary>Letters and digits of a name, small.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private const string Actor = "code,name,countrycode,knowngroupcode,ethniccode,religion1code,religion2code,type1code,type2code,type3code";

    /// <summary>GDELT 2.0 events; 1.0 has no ADM2 columns, and before April 2013 no address.</summary>
    public static StreamColumns Gdelt(int columns)
    {
        string place = columns == 61 ? "geotype,geofullname,geocountrycode,geoadm1code,geoadm2code,geolat,geolong,geofeatureid"
            : "geotype,geofullname,geocountrycode,geoadm1code,geolat,geolong,geofeatureid";
        return new([
            .. "globaleventid,sqldate,monthyear,year,fractiondate".Split(','), .. Prefixed("actor1", Actor), .. Prefixed("actor2", Actor),
            .. "isrootevent,eventcode,eventbasecode,eventrootcode,quadclass,goldsteinscale,nummentions,numsources,numarticles,avgtone".Split(','),
            .. Prefixed("actor1", place), .. Prefixed("actor2", place), .. Prefixed("action", place), "dateadded", .. (columns == 57 ? [] : (string[])["sourceurl"]),
        ]);
    }

    public static StreamColumns Mentions { get; } = new("globaleventid,eventtimedate,mentiontimedate,mentiontype,mentionsourcename,mentionidentifier,sentenceid,actor1charoffset,actor2charoffset,actioncharoffset,inrawtext,confidence,mentiondoclen,mentiondoctone,mentiondoctranslationinfo,extras".Split(','));

    public static StreamColumns Graph2 { get; } = new("gkgrecordid,date,sourcecollectionidentifier,sourcecommonname,documentidentifier,counts,v2counts,themes,v2themes,locations,v2locations,persons,v2persons,organizations,v2organizations,tone,dates,gcam,image,images,socialimages,socialvideos,quotations,allnames,amounts,translation,extras".Split(','));

    public static StreamColumns Graph1 { get; } = new("date,numarts,counts,themes,locations,persons,organizations,tone,cameoevents,sources,sourceurls".Split(','));

    public static StreamColumns Counts1 { get; } = new("date,numarts,counttype,number,objecttype,geotype,geofullname,geocountrycode,geoadm1code,geolat,geolong,geofeatureid,cameoevents,sources,sourceurls".Split(','));

    public static StreamColumns Phoenix { get; } = new("eventid,date8,year,month,day,source,sourceroot,sourceagent,sourceothers,target,targetroot,targetagent,targetothers,code,rootcode,quadclass,goldstein,issues,latitude,longitude,locationname,state,country,sentenceids,urls,publications".Split(','));

    private static IEnumerable<string> Prefixed(string prefix, string names) => names.Split(',').Select(n => prefix + n);
}
